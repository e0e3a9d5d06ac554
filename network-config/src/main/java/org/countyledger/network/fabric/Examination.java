package org.countyledger.network.fabric;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.countyledger.domain.contract.Functions;
import org.countyledger.network.contract.ContractDefinition;
import org.countyledger.network.contract.ContractPackage;
import org.countyledger.network.health.Finding;
import org.countyledger.network.inventory.Inventory;

/** Asks peers what a look at heights does not tell. */
final class Examination {
    /** Of the peer, about its contract's process; what the contract itself says is an answer. */
    private static final String OUT_OF_REACH = "could not launch chaincode";

    private final Inventory inventory;
    private final ContractDefinition definition;
    private final String packageId;

    Examination(Inventory inventory) {
        this.inventory = inventory;
        this.definition = ContractDefinition.of(inventory);
        this.packageId = ContractPackage.of(definition).id();
    }

    /** Peers that do not answer at all are another examination's. */
    List<Finding> findings(List<PeerAdmin> peers, Function<String, String> running) {
        List<Finding> findings = new ArrayList<>();
        for (PeerAdmin peer : peers) {
            facts(peer).ifPresent(facts -> findings.addAll(facts.findings(running.apply(peer.mspId()))));
        }
        return findings;
    }

    /** The package of the definition: what a contract process runs unless it is told otherwise. */
    String packageId() {
        return packageId;
    }

    Optional<PeerFacts> facts(PeerAdmin peer) {
        try {
            Optional<Instant> clock = peer.clock();
            Instant now = Instant.now();
            return Optional.of(new PeerFacts(
                    peer.mspId(),
                    clock.map(time -> Duration.between(now, time)).orElse(Duration.ZERO),
                    approved(peer),
                    contractTrouble(peer)));
        } catch (PeerRefusedException e) {
            return Optional.empty();
        }
    }

    private Optional<String> approved(PeerAdmin peer) {
        try {
            return peer.approvedPackage(inventory.channel(), definition.name(), definition.sequence());
        } catch (PeerRefusedException e) {
            return Optional.empty();
        }
    }

    private Optional<String> contractTrouble(PeerAdmin peer) {
        Proposals.Call question = Proposals.Call.of(
                definition.name(), inventory.channel(), Functions.POLICIES, ByteString.copyFromUtf8("county"));
        return peer.refusal(question).filter(words -> words.contains(OUT_OF_REACH));
    }
}
