package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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

    /** Everything but what the caller said himself. */
    private static String shape(Reply reply) {
        String asked = reply.request().substring(reply.request().lastIndexOf('/') + 1);
        Set<String> headers = new TreeSet<>(reply.headers().map().keySet());
        return reply.text().replace("/v1/receipts/" + asked, "") + headers;
    }
}
