package org.countyledger.embedded;

import static org.countyledger.embedded.PrivateNetwork.AUDIT;
import static org.countyledger.embedded.PrivateNetwork.CIVIL;
import static org.countyledger.embedded.PrivateNetwork.ECOLOGY;
import static org.countyledger.embedded.PrivateNetwork.GOVERNANCE;
import static org.countyledger.embedded.PrivateNetwork.hash;
import static org.countyledger.embedded.PrivateNetwork.implicit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.countyledger.embedded.channel.ChaincodeSetup;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;

/** Random transactions on few keys, public and private, some with too few endorsers, some twice, cut at random. */
final class JudgedWorkload {
    private static final int KEYS = 4;
    private static final int MOST_IN_A_BLOCK = 8;
    private static final List<String> COLLECTIONS = List.of("pair", "short", implicit(CIVIL), implicit(AUDIT));
    private static final String BOTH = "AND('CivilAffairsMSP.peer','AuditMSP.peer')";

    private final Random random;
    private final PrivateNetwork county;
    private final Client client;

    JudgedWorkload(long seed, PrivateNetwork county) {
        this.random = new Random(seed);
        this.county = county;
        this.client = Client.of(county.network, CIVIL);
    }

    /** Endorses some transactions against one state and makes a block of them. */
    void round() throws Exception {
        List<Transaction> endorsed = new ArrayList<>();
        int count = 1 + random.nextInt(MOST_IN_A_BLOCK);
        for (int i = 0; i < count; i++) {
            endorse().ifPresent(endorsed::add);
        }
        Collections.shuffle(endorsed, random);
        Faults faults = county.network.faults();
        faults.holdBlocks();
        Optional<SubmittedTransaction> last = Optional.empty();
        for (Transaction transaction : endorsed) {
            last = Optional.of(transaction.submitAsync());
            if (random.nextInt(10) == 0) {
                transaction.submitAsync();
            }
        }
        faults.cutBlock();
        if (last.isPresent()) {
            last.get().getStatus();
        }
    }

    /** Empty where the peers refuse already. */
    private Optional<Transaction> endorse() throws Exception {
        try {
            return Optional.of(random.nextBoolean() ? publicly() : privately());
        } catch (GatewayException e) {
            return Optional.empty();
        }
    }

    private String key() {
        return "k" + random.nextInt(KEYS);
    }

    private String value() {
        return String.valueOf(random.nextInt(100));
    }

    private Transaction publicly() throws Exception {
        List<String> call = switch (random.nextInt(7)) {
            case 0, 1 -> List.of("put", key(), value());
            case 2, 3 -> List.of("add", key(), value());
            case 4 -> List.of("delete", key());
            case 5 -> List.of("policy", key(), hex(random.nextBoolean() ? BOTH : "OR('EcologyMSP.peer')"));
            default -> List.of("count", "k1", "k3", key());
        };
        var proposal = client.keys()
                .newProposal(call.getFirst())
                .addArguments(call.subList(1, call.size()).toArray(String[]::new));
        switch (random.nextInt(3)) {
            case 0 -> proposal.setEndorsingOrganizations(ECOLOGY);
            case 1 -> proposal.setEndorsingOrganizations(CIVIL, AUDIT);
            default -> {
                // The gateway plans.
            }
        }
        return proposal.build().endorse();
    }

    private static String hex(String policy) {
        return HexFormat.of().formatHex(ChaincodeSetup.policy(policy).toByteArray());
    }

    private Transaction privately() throws Exception {
        String collection = COLLECTIONS.get(random.nextInt(COLLECTIONS.size()));
        PrivateNetwork.Call call = switch (random.nextInt(8)) {
            case 0, 1, 2 -> county.call(CIVIL, "stage", collection, key()).secret(value());
            case 3 -> county.call(CIVIL, "delete", collection, key());
            case 4 -> county.call(CIVIL, "purge", collection, key());
            case 5 -> county.call(CIVIL, "guard", collection, key(), BOTH);
            case 6 ->
                county.call(CIVIL, "copy", collection, key(), COLLECTIONS.get(random.nextInt(COLLECTIONS.size())));
            default -> county.call(CIVIL, "command", collection, key(), hash(value()), BOTH);
        };
        return switch (random.nextInt(4)) {
            case 0 -> call.endorsedBy(CIVIL).endorsed();
            case 1 -> call.endorsedBy(CIVIL, AUDIT).endorsed();
            case 2 -> call.endorsedBy(GOVERNANCE).endorsed();
            default -> call.endorsed();
        };
    }
}
