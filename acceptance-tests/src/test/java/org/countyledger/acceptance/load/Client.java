package org.countyledger.acceptance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.Eventually;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.Officer;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Resident;

/** One client of a closed loop: takes applications through the town's steps, and asks again whatever was left open. */
final class Client {
    private final County county;
    private final Offices offices;
    private final Model model;
    private final Instant end;

    Client(County county, Model model, Instant end) {
        this.county = county;
        this.offices = new Offices(county);
        this.model = model;
        this.end = end;
    }

    /** One application, from the resident to the town's opinion: eight commands, three records. */
    void walk() {
        Resident resident = Resident.of(county);
        Command apply = resident.application();
        untilTrue(apply, () -> resident.stage(apply));
        promise(apply, () -> resident.submit(apply));
        Officer clerk = offices.clerk();
        declare(clerk, apply.target().id());
        step(clerk, at(apply, 1).step("accept", Map.of("dupCheck", "NONE"), "checkList"));
        List<String> surveyors =
                List.of(offices.surveyor().staff(), offices.secondSurveyor().staff());
        step(clerk, at(apply, 2).step("startVerification", Map.of("surveyors", surveyors), "order"));
        Command report = at(apply, 3).step("recordHomeVisit", Map.of("applicant", "SIGNED"), "visitReport");
        step(offices.surveyor(), report);
        Command same = at(apply, 4).step("recordHomeVisit", report.content().clear());
        step(offices.secondSurveyor(), same.with(report.content()));
        declare(offices.lead(), apply.target().id());
        Map<String, Object> opinion =
                Map.of("variant", "GRANT", "ruleVersion", "welfare:1", "reasonCode", "LOW_INCOME");
        step(offices.lead(), at(apply, 5).step("giveOpinion", opinion, "opinion"));
    }

    private static Case at(Command apply, long seq) {
        return new Case(apply.target().kind(), apply.target().id(), seq);
    }

    private void declare(Officer officer, String application) {
        Case record = new Case(Kind.APPLICATION, application, 1);
        step(officer, record.conflictDeclaration(officer));
    }

    private void step(Officer officer, Command command) {
        untilTrue(command, () -> officer.stage(command));
        promise(command, () -> officer.submit(command));
    }

    /** Stages until it is known to be staged; the same again changes nothing. */
    private void untilTrue(Command command, BooleanSupplier staging) {
        while (!isTrue(staging)) {
            assertThat(Instant.now())
                    .as("the papers of %s were not staged in time", command.path())
                    .isBefore(end);
            Eventually.pause();
        }
    }

    private static boolean isTrue(BooleanSupplier staging) {
        try {
            return staging.getAsBoolean();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Sends until the outcome is known; the command stays the very same. */
    private void promise(Command command, Supplier<Reply> send) {
        Optional<String> txId = outcome(send);
        while (txId.isEmpty()) {
            assertThat(Instant.now())
                    .as("%s was not resolved in time", command.path())
                    .isBefore(end);
            Eventually.pause();
            txId = outcome(send);
        }
        model.promised(new Promise(command, txId.get(), send));
    }

    /** The transaction that carried it out, or nothing where that is open. */
    private Optional<String> outcome(Supplier<Reply> send) {
        try {
            Reply reply = send.get();
            model.mentioned(reply.at("/opId"));
            return switch (reply.status()) {
                case 200, 201 -> Optional.of(reply.at("/receiptTxId"));
                case 202, 409, 502, 503 -> Optional.empty();
                default -> throw new AssertionError(reply.request() + " answered " + reply.text());
            };
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
