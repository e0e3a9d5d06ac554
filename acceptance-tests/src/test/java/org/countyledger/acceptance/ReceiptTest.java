package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Resident;
import org.countyledger.acceptance.testing.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A resident checks a case by its transaction id, and learns of nothing else by trying. */
@ExtendWith(LegalCounty.class)
class ReceiptTest {
    private static final long SEED = Long.getLong("county.seed", 20_261_126L);
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 160;

    /** How much one median may be of the other. */
    private static final double ALIKE = 1.5;

    private final County county;
    private final Offices offices;

    ReceiptTest(Running running) {
        this.county = running.county();
        this.offices = new Offices(county);
    }

    private Reply receipt(String txId) {
        return county.gateway().get("/v1/receipts/" + txId);
    }

    @Test
    void itSaysWhoEndorsedAndWhatIsOwedUnderTheLaw() {
        Resident resident = Resident.of(county);
        Command command = resident.application();
        Reply created = resident.file(command);
        Reply receipt = receipt(created.at("/receiptTxId")).expect(200);
        assertThat(receipt.body().path("valid").asBoolean()).isTrue();
        assertThat(receipt.body().path("endorsedBy").size()).isGreaterThanOrEqualTo(2);
        assertThat(receipt.at("/purpose")).isEqualTo("LEGAL");
        assertThat(receipt.at("/matter/nextStep/department/zh")).isEqualTo("民政局");
        assertThat(receipt.text())
                .doesNotContain(command.target().id(), resident.key().spki(), "DIBAO", "CA1001");
        assertThat(receipt.header("Set-Cookie")).isEmpty();
    }

    @Test
    void itsLaterTransactionsLeadToTheSameMatter() {
        Resident resident = Resident.of(county);
        Command command = resident.application();
        Reply created = resident.file(command);
        Case application = Case.created(command, created);
        String withdrawn = application.take(resident, "withdraw", Map.of());
        Reply first = receipt(created.at("/receiptTxId")).expect(200);
        Reply later = receipt(withdrawn).expect(200);
        assertThat(first.body().path("matter")).isEqualTo(later.body().path("matter"));
        assertThat(first.body().at("/matter/terminal").asBoolean()).isTrue();
    }

    @Test
    void unknownHiddenAndMalformedIdsGetAnswersOfOneShape() {
        Resident resident = Resident.of(county);
        Command command = resident.application();
        Case application = Case.created(command, resident.file(command));
        Reply declared = offices.clerk()
                .submit(application.conflictDeclaration(offices.clerk()))
                .expect(201);
        List<Reply> replies = Stream.of("0".repeat(64), "f".repeat(64), declared.at("/receiptTxId"), "nonsense", "A")
                .map(this::receipt)
                .toList();
        assertThat(replies).allSatisfy(reply -> reply.expectProblem(404, "not-found-or-hidden"));
        assertThat(replies).extracting(ReceiptTest::shape).containsOnly(shape(replies.getFirst()));
    }

    @Test
    void twoResidentsInTheSameStateGetTheSameBytesButForIdsAndTimes() {
        List<Reply> receipts = Stream.generate(() -> Resident.of(county))
                .limit(2)
                .map(resident -> resident.file(resident.application()).at("/receiptTxId"))
                .map(this::receipt)
                .map(reply -> reply.expect(200))
                .toList();
        assertThat(receipts).extracting(Reply::text).doesNotHaveDuplicates();
        assertThat(receipts)
                .extracting(ReceiptTest::withoutIdsAndTimes)
                .containsOnly(withoutIdsAndTimes(receipts.getFirst()));
    }

    private static String withoutIdsAndTimes(Reply reply) {
        String body = reply.text()
                .replaceAll("[0-9a-f]{64}", "ID")
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "TIME")
                .replaceAll("\"block\":[0-9]+", "BLOCK");
        return body + new TreeSet<>(reply.headers().map().keySet());
    }

    /** The two are asked in turn, so whatever else the machine does slows both. */
    @Test
    void whoAsksForAHiddenIdWaitsAsLongAsForAnUnknownOne() {
        Resident resident = Resident.of(county);
        Command command = resident.application();
        Case application = Case.created(command, resident.file(command));
        String hidden = offices.clerk()
                .submit(application.conflictDeclaration(offices.clerk()))
                .expect(201)
                .at("/receiptTxId");
        Random random = new Random(SEED);
        List<Long> hiddenNanos = new ArrayList<>();
        List<Long> unknownNanos = new ArrayList<>();
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            long unknown = nanos(HexFormat.of().toHexDigits(random.nextLong()).repeat(4));
            long known = nanos(hidden);
            if (i >= WARM_UP) {
                unknownNanos.add(unknown);
                hiddenNanos.add(known);
            }
        }
        double ratio = (double) quantile(hiddenNanos, 0.5) / quantile(unknownNanos, 0.5);
        System.out.printf(
                "receipts, %d answers each (seed %d): hidden %s, unknown %s, ratio of the medians %.2f%n",
                ROUNDS, SEED, quantiles(hiddenNanos), quantiles(unknownNanos), ratio);
        assertThat(ratio).as("hidden to unknown, medians").isBetween(1 / ALIKE, ALIKE);
    }

    private long nanos(String txId) {
        long began = System.nanoTime();
        receipt(txId).expect(404);
        return System.nanoTime() - began;
    }

    private static long quantile(List<Long> nanos, double part) {
        return nanos.stream()
                .sorted()
                .skip((long) (part * nanos.size()))
                .findFirst()
                .orElseThrow();
    }

    private static String quantiles(List<Long> nanos) {
        return "p10 %d, p50 %d, p90 %d µs"
                .formatted(quantile(nanos, 0.1) / 1000, quantile(nanos, 0.5) / 1000, quantile(nanos, 0.9) / 1000);
    }

    /** Everything but what the caller said himself. */
    private static String shape(Reply reply) {
        String asked = reply.request().substring(reply.request().lastIndexOf('/') + 1);
        Set<String> headers = new TreeSet<>(reply.headers().map().keySet());
        return reply.text().replace("/v1/receipts/" + asked, "") + headers;
    }
}
