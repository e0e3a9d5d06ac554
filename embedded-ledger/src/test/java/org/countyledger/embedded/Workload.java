package org.countyledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.countyledger.ledger.block.BlockMetadataParts;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.rwset.KeyOrder;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Random transactions of {@link KeyChaincode} on few keys, so that they conflict, and what they mean to a plain map. */
final class Workload {
    private static final int KEYS = 6;
    private static final int MOST_AT_ONCE = 8;

    private final Random random;
    private final Client client;
    private final List<SubmittedTransaction> submitted = new ArrayList<>();

    Workload(long seed, Client client) {
        this.random = new Random(seed);
        this.client = client;
    }

    /** Everything submitted so far, in no particular order. */
    List<SubmittedTransaction> submitted() {
        return submitted;
    }

    /** Endorses some transactions against one state, submits them in another order and waits for the last. */
    void round() throws Exception {
        List<Transaction> endorsed = new ArrayList<>();
        int count = 1 + random.nextInt(MOST_AT_ONCE);
        for (int i = 0; i < count; i++) {
            List<String> call = call();
            endorsed.add(client.keys()
                    .newProposal(call.getFirst())
                    .addArguments(call.subList(1, call.size()).toArray(String[]::new))
                    .setEndorsingOrganizations(endorsers())
                    .build()
                    .endorse());
        }
        Collections.shuffle(endorsed, random);
        SubmittedTransaction last = endorsed.getFirst().submitAsync();
        submitted.add(last);
        for (Transaction transaction : endorsed.subList(1, count)) {
            last = transaction.submitAsync();
            submitted.add(last);
        }
        last.getStatus();
    }

    /** Now and then too few. */
    private String[] endorsers() {
        return random.nextInt(10) == 0 ? new String[] {"AuditMSP"} : new String[] {"AuditMSP", "CivilAffairsMSP"};
    }

    private List<String> call() {
        String value = String.valueOf(random.nextInt(1000));
        return switch (random.nextInt(6)) {
            case 0, 1 -> List.of("put", key(), value);
            case 2, 3 -> List.of("add", key(), value);
            case 4 -> List.of("delete", key());
            default -> List.of("count", "k2", "k5", key());
        };
    }

    private String key() {
        return "k" + random.nextInt(KEYS);
    }

    /** The VALID transactions of a chain, one after another, on a map. */
    static NavigableMap<String, String> serially(List<Block> chain) throws Exception {
        NavigableMap<String, String> map = new TreeMap<>(KeyOrder.UTF8);
        for (Block block : chain) {
            List<TransactionParts> transactions = Blocks.transactions(block);
            for (int i = 0; i < transactions.size(); i++) {
                if (BlockMetadataParts.recordedCodes(block).get(i) == TxValidationCode.VALID
                        && transactions.get(i).isEndorserTransaction()) {
                    apply(arguments(transactions.get(i)), map);
                }
            }
        }
        return map;
    }

    private static List<String> arguments(TransactionParts parts) throws Exception {
        ChaincodeProposalPayload proposal = ChaincodeProposalPayload.parseFrom(
                parts.actionPayload().orElseThrow().getChaincodeProposalPayload());
        return ChaincodeInvocationSpec.parseFrom(proposal.getInput())
                .getChaincodeSpec()
                .getInput()
                .getArgsList()
                .stream()
                .map(argument -> argument.toString(UTF_8))
                .toList();
    }

    private static void apply(List<String> call, NavigableMap<String, String> map) {
        switch (call.getFirst()) {
            case "put" -> map.put(call.get(1), call.get(2));
            case "add" ->
                map.merge(
                        call.get(1),
                        call.get(2),
                        (now, by) -> String.valueOf(Integer.parseInt(now) + Integer.parseInt(by)));
            case "delete" -> map.remove(call.get(1));
            case "count" ->
                map.put(
                        call.get(3),
                        String.valueOf(map.subMap(call.get(1), call.get(2)).size()));
            case "CommitChaincodeDefinition" -> {
                // Writes no key of the chaincode.
            }
            default -> throw new AssertionError("No such call: " + call);
        }
    }

    /** Two organisations, so that a transaction needs both. */
    static ThrowawayNetwork.Builder network() {
        return ThrowawayNetwork.builder()
                .organizations("AuditMSP", "CivilAffairsMSP")
                .chaincode("keys", KeyChaincode::new);
    }
}
