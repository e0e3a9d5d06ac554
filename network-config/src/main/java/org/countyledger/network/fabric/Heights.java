package org.countyledger.network.fabric;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.FindingCode;

/** What numbers of blocks say about nodes; each by the organisation that runs it. */
final class Heights {
    private Heights() {}

    /** Nodes that were behind and have not moved since: alive, perhaps, but stuck. */
    static List<Finding> standingStill(String node, Map<String, Long> first, Map<String, Long> second) {
        long highest = second.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return second.entrySet().stream()
                .filter(entry -> entry.getValue() < highest && entry.getValue().equals(first.get(entry.getKey())))
                .map(entry -> new Finding(
                        node.equals(FabricFiles.ORDERER) ? FindingCode.ORDERER_STANDS_STILL : FindingCode.PEER_BEHIND,
                        "The " + node + " of " + entry.getKey() + " stands still at " + entry.getValue()
                                + " blocks while others have " + highest,
                        "end process " + node + "-" + entry.getKey() + " and start it again with scripts/county up"))
                .toList();
    }

    /** Whether peers have different blocks of one number, which must never be. */
    static List<Finding> disagreement(long number, Map<String, String> hashes) {
        if (hashes.values().stream().distinct().count() < 2) {
            return List.of();
        }
        String listed = hashes.entrySet().stream()
                .map(entry -> entry.getKey() + " has " + entry.getValue())
                .collect(Collectors.joining(", "));
        return List.of(new Finding(
                FindingCode.PEERS_DIFFER,
                "Peers have different blocks " + number + " (" + listed + ")",
                "stop writing, keep all data, and find out who was changed"));
    }
}
