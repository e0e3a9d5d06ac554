package org.countyledger.domain.surveys;

import static org.countyledger.domain.lifecycle.Field.field;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.domain.audit.AuditFindings;
import org.countyledger.domain.contract.LedgerKey.SlotKey;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/** What must be true of surveys and of answers to them. */
final class Surveys {
    static final FieldType COUNTS = new FieldType.ListOf(
            new FieldType.Composite(List.of(field("answer", FieldType.NAME), field("count", FieldType.COUNT))),
            1,
            1000);
    private static final String TALLY_ORG = "AuditMSP";

    private Surveys() {}

    private static SlotKey slot(Situation situation) {
        byte[] spki = situation.text("issuerKey").getBytes(StandardCharsets.US_ASCII);
        return new SlotKey("survey-key~" + Digests.sha256Hex(spki));
    }

    static Guard issuerKeyIsFresh() {
        return Guard.that(
                situation -> BlindTokens.isKey(
                                situation.text("issuerKey"), policy(situation, "keyBits", Long.MAX_VALUE))
                        && situation.facts().entry(slot(situation), Clear.class).isEmpty(),
                RefusalCode.ISSUER_KEY_INVALID);
    }

    private static long policy(Situation situation, String entry, long otherwise) {
        return situation
                .policy("survey")
                .flatMap(policy -> policy.integer(entry))
                .orElse(otherwise);
    }

    static void takeKey(Situation situation, Draft draft) {
        draft.entry(slot(situation), Clear.of("survey", situation.header().id()));
    }

    /** Who issues tokens does not count answers (S6). */
    static Guard issuerIsNotTheTally() {
        return Guard.that(
                situation ->
                        situation.text("issuerOrg").equals(situation.actor().mspId())
                                && !situation.text("issuerOrg").equals(TALLY_ORG),
                RefusalCode.SEPARATION_OF_DUTY);
    }

    static Guard opensBeforeItCloses() {
        return Guard.that(
                situation -> Instant.parse(situation.text("opens")).isBefore(Instant.parse(situation.text("closes"))),
                RefusalCode.FIELD_INVALID);
    }

    static Guard notMoreThanTheFrame() {
        return Guard.that(
                situation -> number(situation.clear(), "issued")
                        <= number(situation.header().fields(), "frameSize"),
                RefusalCode.COUNTS_WRONG);
    }

    private static long number(Clear clear, String name) {
        return clear.integer(name).orElse(0L);
    }

    /** As claimed: no more answers than tokens, the counts their sum, no cell that could show a person. */
    static Guard countsAddUp() {
        return situation -> {
            long responses = number(situation.clear(), "responses");
            List<Long> cells = cells(situation.clear());
            long least = policy(situation, "cell.min", 1);
            boolean few = cells.stream().anyMatch(count -> count > 0 && count < least && count < responses);
            long sum = 0;
            for (long cell : cells) {
                if (cell > responses - sum) {
                    return situation.refuse(RefusalCode.COUNTS_WRONG);
                }
                sum += cell;
            }
            boolean fine = responses <= number(situation.header().fields(), "issued") && sum == responses && !few;
            return fine ? Optional.empty() : situation.refuse(RefusalCode.COUNTS_WRONG);
        };
    }

    private static List<Long> cells(Clear clear) {
        return clear.objects("counts").stream()
                .map(cell -> number(cell, "count"))
                .toList();
    }

    /** The auditor's own recomputation is the tally's, and so is the coverage. */
    static Guard equalsTheTally() {
        return situation -> {
            Clear tally = situation.header().fields();
            boolean equal = Stream.of("root", "responses", "counts")
                    .allMatch(name -> Optional.ofNullable(
                                    situation.clear().values().get(name))
                            .equals(Optional.ofNullable(tally.values().get(name))));
            long frame = number(tally, "frameSize");
            long responses = number(tally, "responses");
            boolean coverage = frame > 0
                    && responses <= frame
                    && number(situation.clear(), "coveragePermille") == 1000 * responses / frame;
            return equal && coverage ? Optional.empty() : situation.refuse(RefusalCode.COUNTS_WRONG);
        };
    }

    static Guard differsFromTheTally() {
        return Guard.that(
                situation -> !situation.field("root").equals(Optional.of(situation.text("root"))),
                RefusalCode.FIGURES_EQUAL);
    }

    static List<Opening> finding(Situation situation) {
        return List.of(AuditFindings.about(
                situation.header(),
                "TALLY_DIFFERS",
                situation.request().moment().txId()));
    }

    static Guard isBroughtByTheTally() {
        return Guard.that(situation -> situation.actor().mspId().equals(TALLY_ORG), RefusalCode.WRONG_DEPARTMENT);
    }

    /** The survey is open, and nobody knows for whom its key signed this token; the id is the token's digest. */
    static Guard tokenIsValid() {
        return situation -> {
            Optional<Header> survey = situation
                    .record(Kind.SURVEY, situation.text("survey"))
                    .filter(header -> header.state().equals(SurveyState.OPEN.name()));
            if (survey.isEmpty()) {
                return situation.refuse(RefusalCode.LINK_INVALID);
            }
            Clear token = situation.clear();
            String message = token.text("tokenMessage").orElse("");
            boolean signed = BlindTokens.isSigned(
                    survey.get().fields().text("issuerKey").orElse(""),
                    message,
                    token.text("tokenSignature").orElse(""));
            boolean nullifies = situation
                    .command()
                    .id()
                    .equals(Digests.sha256Hex(
                            (situation.text("survey") + "|" + message).getBytes(StandardCharsets.US_ASCII)));
            return signed && nullifies ? Optional.empty() : situation.refuse(RefusalCode.TOKEN_INVALID);
        };
    }
}
