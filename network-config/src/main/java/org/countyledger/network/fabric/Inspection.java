package org.countyledger.network.fabric;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.countyledger.ledger.block.BlockHashes;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.network.CountyException;
import org.countyledger.network.contract.ContractDefinition;
import org.countyledger.network.contract.ContractPackage;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.FindingCode;
import org.countyledger.network.health.HealthReport;
import org.countyledger.network.inventory.Inventory;

/** Looks at every node of a network, as its organisation's administrator may. */
final class Inspection {
    /** An orderer that is behind and not stuck moves in this time. */
    private static final Duration SECOND_LOOK = Duration.ofSeconds(2);

    private final Inventory inventory;
    private final Nodes nodes;
    private final List<Finding> findings = new ArrayList<>();

    Inspection(Inventory inventory, Nodes nodes) {
        this.inventory = inventory;
        this.nodes = nodes;
    }

    /** What of a node is asked; the node may refuse. */
    @FunctionalInterface
    private interface Question<N, A> {
        A ask(N node) throws IOException, PeerRefusedException;
    }

    HealthReport report() {
        Map<String, Long> peers = heights(FabricFiles.PEER, this::peerHeights);
        Map<String, Long> orderers = heights(FabricFiles.ORDERER, this::ordererHeights);
        Map<String, String> contracts = contracts();
        List<String> lines = new ArrayList<>();
        for (PeerAdmin peer : nodes.peers()) {
            String mspId = peer.mspId();
            lines.add("%-18s peer %s, orderer %s, contract %s"
                    .formatted(
                            mspId,
                            blocks(peers, mspId),
                            blocks(orderers, mspId),
                            contracts.getOrDefault(mspId, "unknown")));
        }
        peers.values().stream()
                .max(Comparator.naturalOrder())
                .ifPresent(most -> lines.add("blocks on the ledger: " + most));
        comparison(peers).ifPresent(lines::add);
        return new HealthReport(lines, findings);
    }

    private static String blocks(Map<String, Long> heights, String mspId) {
        Long height = heights.get(mspId);
        return height == null ? "-" : height + " blocks";
    }

    private Map<String, Long> heights(String node, Function<Boolean, Map<String, Long>> look) {
        Map<String, Long> first = look.apply(true);
        if (first.values().stream().distinct().count() < 2) {
            return first;
        }
        pause();
        Map<String, Long> second = look.apply(false);
        findings.addAll(Heights.standingStill(node, first, second));
        return second;
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(SECOND_LOOK.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CountyException("Interrupted while the network was looked at", e);
        }
    }

    private Map<String, Long> peerHeights(boolean complain) {
        Map<String, Long> heights = new TreeMap<>();
        for (PeerAdmin peer : nodes.peers()) {
            ask(
                            "The peer of " + peer.mspId(),
                            peer,
                            node -> node.chain(inventory.channel()).getHeight(),
                            complain)
                    .ifPresent(height -> heights.put(peer.mspId(), height));
        }
        return heights;
    }

    private Map<String, Long> ordererHeights(boolean complain) {
        Map<String, Long> heights = new TreeMap<>();
        for (OrdererAdmin orderer : nodes.orderers()) {
            ask(
                            "The orderer of " + orderer.mspId(),
                            orderer,
                            node -> node.height(inventory.channel())
                                    .orElseThrow(() -> new IOException("it has not joined the channel")),
                            complain)
                    .ifPresent(height -> heights.put(orderer.mspId(), height));
        }
        return heights;
    }

    private <N, A> Optional<A> ask(String name, N node, Question<N, A> question, boolean complain) {
        try {
            return Optional.of(question.ask(node));
        } catch (IOException | PeerRefusedException e) {
            if (complain) {
                findings.add(new Finding(
                        FindingCode.NODE_SILENT,
                        name + " does not tell: " + e.getMessage(),
                        "see its log, and start it again with scripts/county up"));
            }
            return Optional.empty();
        }
    }

    private Map<String, String> contracts() {
        ContractDefinition definition = ContractDefinition.of(inventory);
        String packageId = ContractPackage.of(definition).id();
        ContractLifecycle lifecycle = new ContractLifecycle(inventory.channel(), definition, packageId);
        Map<String, String> contracts = new TreeMap<>();
        for (PeerAdmin peer : nodes.peers()) {
            ask(
                            "The peer of " + peer.mspId(),
                            peer,
                            node -> node.hasInstalled(packageId) && lifecycle.isDefined(node),
                            false)
                    .ifPresent(has -> contracts.put(peer.mspId(), has ? definition.label() : "missing"));
        }
        contracts.forEach((mspId, contract) -> {
            if (contract.equals("missing")) {
                findings.add(new Finding(
                        FindingCode.CONTRACT_MISSING,
                        "The peer of " + mspId + " lacks the contract " + definition.label(),
                        "scripts/county up installs and approves it"));
            }
        });
        return contracts;
    }

    /** Compares the last block that all peers have. */
    private Optional<String> comparison(Map<String, Long> peers) {
        if (peers.isEmpty()) {
            return Optional.empty();
        }
        long number = peers.values().stream().mapToLong(Long::longValue).min().getAsLong() - 1;
        Map<String, String> hashes = new TreeMap<>();
        for (PeerAdmin peer : nodes.peers()) {
            if (!peers.containsKey(peer.mspId())) {
                continue;
            }
            ask(
                            "The peer of " + peer.mspId(),
                            peer,
                            node -> BlockHashes.headerHash(
                                    node.block(inventory.channel(), number).getHeader()),
                            true)
                    .ifPresent(hash -> hashes.put(peer.mspId(), Sha256.hex(hash)));
        }
        findings.addAll(Heights.disagreement(number, hashes));
        return hashes.values().stream()
                .findFirst()
                .map(hash -> "block " + number + " of " + hashes.size() + " peers: " + hash);
    }
}
