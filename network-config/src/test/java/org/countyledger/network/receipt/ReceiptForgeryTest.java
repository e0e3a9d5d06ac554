package org.countyledger.network.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.countyledger.domain.contract.ReceiptProof;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.SignatureCheck;
import org.countyledger.ledger.receipt.AttestedTransaction;
import org.countyledger.ledger.receipt.Check;
import org.countyledger.ledger.receipt.MalformedReceiptException;
import org.countyledger.ledger.receipt.Verdict;
import org.countyledger.ledger.receipt.Verdict.Refused;
import org.countyledger.ledger.receipt.Verdict.Verified;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seeded changes to receipts: {@code -Dcounty.mutations=100000} for all of them, {@code -Dcounty.seed} for others.
 */
final class ReceiptForgeryTest {
    private static final List<Mutations.Sort> BLIND =
            List.copyOf(EnumSet.range(Mutations.Sort.FLIP, Mutations.Sort.APPEND));

    private static final int COUNT = Integer.getInteger("county.mutations", 4_000);
    private static final long SEED = Long.getLong("county.seed", 20260801);
    private static final String CIVIL = "CivilAffairsMSP";
    private static final String GOVERNANCE = "GovernanceMSP";
    private static final String ECOLOGY = "EcologyMSP";
    private static final String AUDIT = "AuditMSP";

    private static final ReceiptOffice OFFICE = new ReceiptOffice();

    /** A receipt with the reader that trusts its network. */
    private record Sample(AttestedTransaction receipt, ReceiptReader reader) {}

    @TempDir
    private static Path folder;

    private static List<Sample> samples = List.of();

    @BeforeAll
    static void makeReceipts() throws IOException, MalformedReceiptException {
        ReceiptReader reader = new ReceiptReader(OFFICE.genesis(), rememberingWhatHolds());
        Map<String, String> two = new TreeMap<>(ReceiptOffice.record("two-a", GOVERNANCE));
        two.putAll(ReceiptOffice.record("two-b", AUDIT));
        samples = List.of(
                new Sample(
                        OFFICE.receipt(
                                OFFICE.commit(ReceiptOffice.record("one", GOVERNANCE), CIVIL, GOVERNANCE),
                                CIVIL,
                                GOVERNANCE,
                                ECOLOGY),
                        reader),
                new Sample(
                        OFFICE.receipt(OFFICE.commit(two, GOVERNANCE, AUDIT, ECOLOGY), AUDIT, CIVIL, GOVERNANCE),
                        reader),
                new Sample(
                        OFFICE.receipt(
                                OFFICE.commit(Map.of("O~Grievance~one~ACCEPT#1~L1", "{}"), AUDIT, ECOLOGY),
                                AUDIT,
                                ECOLOGY,
                                GOVERNANCE),
                        reader),
                recorded());
        for (Sample sample : samples) {
            assertThat(sample.reader().read(sample.receipt().encoded().toByteArray()))
                    .isInstanceOf(Verified.class);
        }
    }

    /** Signed by peers of a real Fabric 3.1.5 network. */
    private static Sample recorded() throws IOException, MalformedReceiptException {
        Path blocks = folder.resolve("first-blocks.gz");
        Files.write(blocks, resource("/org/countyledger/network/cli/first-blocks.gz"));
        ChannelConfig genesis = GenesisFile.ofBlocks(blocks);
        AttestedTransaction receipt = AttestedTransaction.decode(ByteString.copyFrom(resource("recorded.receipt")));
        return new Sample(receipt, new ReceiptReader(genesis, rememberingWhatHolds()));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ReceiptForgeryTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    /** Only what held is remembered, by all its bytes: a change is always verified. */
    private static SignatureCheck rememberingWhatHolds() {
        Set<List<ByteString>> held = new HashSet<>();
        return (identity, message, signature) -> {
            List<ByteString> key = List.of(identity.serialized(), message, signature);
            if (held.contains(key)) {
                return true;
            }
            boolean holds = identity.verify(message, signature);
            return holds ? held.add(key) : false;
        };
    }

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    @Test
    void noChangedReceiptIsEverAccepted() {
        Random random = new Random(SEED);
        Mutations mutations =
                new Mutations(random, samples.stream().map(Sample::receipt).toList(), OFFICE.network);
        Map<Mutations.Sort, Integer> tried = new EnumMap<>(Mutations.Sort.class);
        Map<Check, Integer> refused = new EnumMap<>(Check.class);
        long began = System.nanoTime();
        int same = 0;
        for (int i = 0; i < COUNT + same; i++) {
            Sample sample = samples.get(random.nextInt(samples.size()));
            Mutations.Sort sort = sort(random);
            ByteString changed = mutations.change(sort, sample.receipt());
            if (changed.equals(sample.receipt().encoded())) {
                same++;
                continue;
            }
            Verdict verdict = sample.reader().read(changed.toByteArray());
            assertThat(verdict).as("change %d (%s), seed %d", i, sort, SEED).isInstanceOf(Refused.class);
            tried.merge(sort, 1, Integer::sum);
            refused.merge(((Refused) verdict).check(), 1, Integer::sum);
        }
        System.out.printf(
                "receipts: %d mutations (seed %d, %d left the bytes as they were), accepted: 0, in %.1f s%n  %s%n "
                        + " %s%n",
                COUNT, SEED, same, (System.nanoTime() - began) / 1e9, tried, refused);
        assertThat(tried).containsOnlyKeys(Mutations.Sort.values());
    }

    /** Half of all changes are blind. */
    private static Mutations.Sort sort(Random random) {
        List<Mutations.Sort> sorts = random.nextBoolean() ? BLIND : List.of(Mutations.Sort.values());
        return sorts.get(random.nextInt(sorts.size()));
    }

    @Test
    void noChangedByteOfTheJsonFormIsEverAccepted() {
        Random random = new Random(SEED);
        int count = Math.max(500, COUNT / 10);
        for (int i = 0; i < count; i++) {
            Sample sample = samples.get(random.nextInt(samples.size()));
            byte[] json = json(sample);
            assertThat(sample.reader().read(json)).isInstanceOf(Verified.class);
            int place = random.nextInt(json.length);
            byte before = json[place];
            json[place] = (byte) (random.nextBoolean() ? before ^ (1 << random.nextInt(8)) : 32 + random.nextInt(95));
            if (json[place] != before) {
                assertThat(sample.reader().read(json)).as("byte %d", place).isInstanceOf(Refused.class);
            }
        }
        System.out.printf("receipts as JSON: %d mutations (seed %d), accepted: 0%n", count, SEED);
    }

    private static byte[] json(Sample sample) {
        byte[] binary = sample.receipt().encoded().toByteArray();
        return switch (sample.reader().read(binary)) {
            case Verified verified ->
                CanonicalJson.write(ReceiptProof.of(
                        new ReceiptProof.Subject(
                                verified.transaction().txId(),
                                verified.transaction().channel(),
                                verified.transaction().endorsers(),
                                verified.transaction().attestors()),
                        binary));
            case Refused refused -> throw new IllegalStateException(refused.sentence());
        };
    }

    @Test
    void theOwnerMustHaveEndorsedEachRecordThatIsWritten() {
        String bad = OFFICE.commit(ReceiptOffice.record("foreign", GOVERNANCE), CIVIL, AUDIT);
        Verdict verdict = samples.get(0)
                .reader()
                .read(OFFICE.receipt(bad, CIVIL, AUDIT, ECOLOGY).encoded().toByteArray());
        assertThat(verdict)
                .isEqualTo(new Refused(
                        Check.RULE,
                        "The record belongs to GovernanceMSP, which did not endorse it; AuditMSP,"
                                + " CivilAffairsMSP did."));
    }

    @Test
    void theGatewaysWholeAnswerIsReadAndMayNotContradictItsProof() {
        Sample sample = samples.get(0);
        String proof = new String(json(sample), java.nio.charset.StandardCharsets.UTF_8);
        Verified verified = (Verified) sample.reader().read(json(sample));
        String answer = """
            {"txId":"%s","valid":true,"block":7,"time":"%s","endorsedBy":["GovernanceMSP","CivilAffairsMSP"],
             "purpose":"LEGAL","attested":%s}\
            """.formatted(
                        verified.transaction().txId(), verified.transaction().time(), proof);
        assertThat(sample.reader().read(bytes(answer))).isInstanceOf(Verified.class);
        for (String[] change : new String[][] {
            {"\"valid\":true", "\"valid\":false"},
            {"[\"GovernanceMSP\",", "[\"AuditMSP\","},
            {"\"time\":\"20", "\"time\":\"21"},
            {"{\"txId\":\"", "{\"txId\":\"0"}
        }) {
            assertThat(sample.reader().read(bytes(answer.replace(change[0], change[1]))))
                    .as(change[1])
                    .isInstanceOf(Refused.class);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
