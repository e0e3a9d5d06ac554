package org.countyledger.domain.risk;

import java.util.Optional;
import org.countyledger.domain.contract.ScoreStatement;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Handling;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.sharing.Access;

/** What must be true of risk scores: of a record, never of a person; a hint that people read, and nothing else. */
final class Scores {
    private static final String VIEWER = "viewer";
    private static final String ATTESTER = "attester";

    private Scores() {}

    private static Optional<Header> scored(Situation situation) {
        Optional<String> kind = situation.clear().text("recordKind").or(() -> situation.field("recordKind"));
        Optional<String> id = situation.clear().text("recordId").or(() -> situation.field("recordId"));
        return kind.flatMap(Kind::find).flatMap(known -> id.flatMap(text -> situation.record(known, text)));
    }

    /** Who handles the scored record now. */
    static Handling department(Situation situation) {
        return scored(situation).map(Header::handling).orElse(Handling.NOBODY);
    }

    static Guard recordIsThere() {
        return Guard.that(
                situation -> scored(situation)
                        .filter(header -> header.running().findAny().isPresent()
                                || !header.awaited().isEmpty())
                        .isPresent(),
                RefusalCode.LINK_INVALID);
    }

    static Guard modelIsInUse() {
        return Guard.that(
                situation -> Models.active(situation, situation.text("purpose"))
                        .filter(situation.text("model")::equals)
                        .flatMap(id -> situation.record(Kind.RISK_MODEL, id))
                        .filter(model -> says(model, "canonicalDigest", situation.text("modelDigest"))
                                && says(model, "calibratorDigest", situation.text("calibratorDigest"))
                                && says(model, "schemaDigest", situation.text("schemaDigest")))
                        .isPresent(),
                RefusalCode.MODEL_NOT_ACTIVE);
    }

    /** The score before, of the same record for the same purpose: at an earlier event, or by another model. */
    static Guard supersedesOneOfTheSame() {
        return Guard.that(
                situation -> situation
                        .clear()
                        .text("supersedes")
                        .map(id -> situation
                                .record(Kind.RISK_SCORE, id)
                                .filter(earlier -> says(earlier, "recordId", situation.text("recordId"))
                                        && says(earlier, "purpose", situation.text("purpose"))
                                        && isBefore(earlier.fields(), situation.clear()))
                                .isPresent())
                        .orElse(true),
                RefusalCode.LINK_INVALID);
    }

    private static boolean says(Header header, String field, String value) {
        return header.fields().text(field).equals(Optional.of(value));
    }

    private static boolean isBefore(Clear earlier, Clear later) {
        return earlier.text("model").equals(later.text("model"))
                ? sequence(earlier) < sequence(later)
                : sequence(earlier) <= sequence(later);
    }

    private static long sequence(Clear fields) {
        return fields.integer("recordSeq").orElse(0L);
    }

    /** Another organisation's node only watches. */
    static Guard byTheOwnersNode() {
        return Guard.that(
                situation -> situation.actor().mspId().equals(situation.owner()), RefusalCode.WRONG_DEPARTMENT);
    }

    /** Signed by the key of the certificate that submits it. */
    static Guard isAttested() {
        return Guard.that(
                situation -> situation
                        .actor()
                        .spki()
                        .filter(key -> statement(situation).isAttestedBy(key, situation.text("attestation")))
                        .isPresent(),
                RefusalCode.SIGNATURE_INVALID);
    }

    private static ScoreStatement statement(Situation situation) {
        String commitment = situation.command().commitments().getOrDefault("score", "");
        return ScoreStatement.of(situation.clear(), commitment);
    }

    /** The resident's key of the record may contest it; whoever checks the attestation later finds the key here. */
    static void attach(Situation situation, Draft draft) {
        situation.actor().spki().ifPresent(key -> draft.show(ATTESTER, key));
        scored(situation).ifPresent(header -> {
            draft.link(new Link(Link.PARENT, header.kind(), header.id()));
            draft.handlingOf(header);
        });
    }

    static Guard readIsRecorded() {
        return Guard.that(
                situation -> situation
                        .record(Kind.ACCESS_RECORD, situation.text("accessRecord"))
                        .map(Header::fields)
                        .filter(fields ->
                                fields.text("staff").equals(situation.actor().staff()))
                        .filter(fields -> isReadOf(fields, situation.command().id()))
                        .isPresent(),
                RefusalCode.ACCESS_RECORD_MISSING);
    }

    /** Read by itself, or among those of an inbox; a denied try is no read. */
    private static boolean isReadOf(Clear access, String score) {
        boolean alone = access.text(Access.RECORD).equals(Optional.of(score))
                && access.text(Access.OUTCOME).equals(Optional.of(Access.GIVEN));
        return alone || access.texts(Access.SHOWN).contains(score);
    }

    static void rememberViewer(Situation situation, Draft draft) {
        draft.show(VIEWER, situation.actor().staff().orElse(""));
    }

    static Guard notTheViewer() {
        return Guard.that(
                situation -> !situation.field(VIEWER).equals(situation.actor().staff()),
                RefusalCode.SEPARATION_OF_DUTY);
    }

    /** Nothing runs and nothing waits any more on the record. */
    static Guard recordHasEnded() {
        return Guard.that(
                situation -> scored(situation)
                        .filter(header -> header.clocks().stream().noneMatch(clock -> clock.isLive())
                                && header.awaited().isEmpty())
                        .isPresent(),
                RefusalCode.LINK_INVALID);
    }

    private static boolean isSuperseded(Situation situation) {
        return situation
                .clear()
                .text("newer")
                .flatMap(id -> situation.record(Kind.RISK_SCORE, id))
                .flatMap(newer -> newer.fields().text("supersedes"))
                .equals(Optional.of(situation.command().id()));
    }

    static Guard isOverOrSuperseded() {
        return Guard.that(
                situation -> Windows.elapsed("EXPIRY").holds(situation) || isSuperseded(situation),
                RefusalCode.CLOCK_NOT_ELAPSED);
    }

    static void noteWhy(Situation situation, Draft draft) {
        draft.note("outcome", isSuperseded(situation) ? "SUPERSEDED" : "EXPIRED");
    }
}
