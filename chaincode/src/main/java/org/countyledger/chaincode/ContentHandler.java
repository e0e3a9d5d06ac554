package org.countyledger.chaincode;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.contract.Answer;
import org.countyledger.domain.contract.DisclosureRequest;
import org.countyledger.domain.contract.ListReadingRequest;
import org.countyledger.domain.contract.ReadingRequest;
import org.countyledger.domain.contract.StagingAnswer;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.engine.Decision;
import org.countyledger.domain.engine.Disclosing;
import org.countyledger.domain.engine.Staging;
import org.countyledger.domain.engine.Staging.Asker;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header.Group;
import org.countyledger.domain.sharing.ListReading;
import org.countyledger.domain.sharing.Reading;
import org.countyledger.domain.sharing.StagedMark;

/** Functions about private values: staging, reading, showing to others, sweeping. */
final class ContentHandler {
    private static final int MAX_PAGE = 200;
    private static final int ALL_EVENTS = Integer.MAX_VALUE;

    private final Staging staging;
    private final Disclosing disclosing;
    private final String chaincode;
    private final TransactionTime time;

    ContentHandler(Tables tables, String chaincode, TransactionTime time) {
        this.staging = new Staging(tables);
        this.disclosing = new Disclosing(tables);
        this.chaincode = chaincode;
        this.time = time;
    }

    byte[] stage(LedgerState state, Actor actor, List<String> arguments) {
        StagingRequest request = argument(arguments, StagingRequest.class);
        byte[] value = state.content().given(StagingRequest.VALUE);
        Moment moment = state.moment(time, chaincode);
        Answer.Outcome outcome = switch (staging.decide(request, value, new Asker(actor, moment, state))) {
            case Staging.Verdict.Refused refused -> throw new RefusedException(refused.refusal());
            case Staging.Verdict.There there -> Answer.Outcome.REPEATED;
            case Staging.Verdict.Write write -> {
                state.content().put(write.mspId(), request.key(), value);
                state.content().putMark(write.mspId(), request.key(), StagedMark.of(value, moment.at()));
                yield Answer.Outcome.ACCEPTED;
            }
        };
        return CanonicalJson.write(new StagingAnswer(outcome, request.key()));
    }

    /** The answer is the private value itself, so this is for evaluating only. */
    byte[] read(LedgerState state, Actor actor, List<String> arguments) {
        ReadingRequest request = argument(arguments, ReadingRequest.class);
        Moment moment = state.moment(time, chaincode);
        return switch (new Reading(request, moment, time.latest(moment.at()), state).decide(actor)) {
            case Reading.Verdict.Refused refused -> throw new RefusedException(refused.refusal());
            case Reading.Verdict.Given given -> value(state, given.mspId(), given.group());
        };
    }

    /** As {@link #read}, of several records: what is not here, or is not what was committed, is left out. */
    byte[] readList(LedgerState state, Actor actor, List<String> arguments) {
        ListReadingRequest request = argument(arguments, ListReadingRequest.class);
        Moment moment = state.moment(time, chaincode);
        return switch (new ListReading(request, time.latest(moment.at()), state).decide(actor)) {
            case ListReading.Verdict.Refused refused -> throw new RefusedException(refused.refusal());
            case ListReading.Verdict.Given given -> {
                SortedMap<String, String> values = new TreeMap<>();
                given.groups().forEach((id, group) -> {
                    if (isCommitted(state, actor.mspId(), group)) {
                        byte[] value = state.content().value(actor.mspId(), group.key());
                        values.put(id, Base64.getEncoder().encodeToString(value));
                    }
                });
                yield CanonicalJson.write(values);
            }
        };
    }

    private static boolean isCommitted(LedgerState state, String mspId, Group group) {
        return state.contentHash(mspId, group.key()).equals(Optional.of(group.commitment()));
    }

    private static byte[] value(LedgerState state, String mspId, Group group) {
        requireCommitted(state, mspId, group);
        return state.content().value(mspId, group.key());
    }

    private static void requireCommitted(LedgerState state, String mspId, Group group) {
        String hash = state.contentHash(mspId, group.key())
                .orElseThrow(() -> RefusedException.of(RefusalCode.CONTENT_MISSING));
        if (!hash.equals(group.commitment())) {
            throw RefusedException.of(RefusalCode.COMMITMENT_MISMATCH);
        }
    }

    /** Writes the owner's copy again, so that the owner must endorse, and the recipient's, so that the recipient must. */
    byte[] disclose(LedgerState state, Actor actor, List<String> arguments) {
        DisclosureRequest request = argument(arguments, DisclosureRequest.class);
        byte[] value = state.content().given(StagingRequest.VALUE);
        Moment moment = state.moment(time, chaincode);
        Decision decision = disclosing.decide(request, value, new Asker(actor, moment, state));
        if (decision instanceof Decision.Accepted) {
            Group group = state.header(request.kind(), request.id())
                    .map(header -> header.groups().get(request.group()))
                    .orElseThrow();
            requireCommitted(state, group.org(), group);
            state.content().put(group.org(), group.key(), value);
            state.content().put(request.recipient(), group.key(), value);
        }
        return CommandHandler.carryOut(state, moment, decision);
    }

    /** What the caller's organisation staged long enough ago, used or not. */
    byte[] staged(LedgerState state, Actor actor, List<String> arguments) {
        int most = Arguments.whole(Arguments.exactly(arguments, 1).getFirst(), 1, MAX_PAGE);
        requireSweeper(actor);
        Instant at = state.moment(time, chaincode).at();
        List<ContentKey> due = state.content().marks(actor.mspId()).entrySet().stream()
                .filter(mark -> StagedMark.isDue(mark.getValue(), at, state))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
        return CanonicalJson.write(due);
    }

    /** What an event names stays and only loses its mark; nothing else is asked of any record. */
    byte[] sweep(LedgerState state, Actor actor, List<String> arguments) {
        ContentKey key = ContentKey.parse(Arguments.exactly(arguments, 1).getFirst());
        requireSweeper(actor);
        PrivateContent content = state.content();
        byte[] mark = content.mark(actor.mspId(), key);
        if (!StagedMark.isDue(mark, state.moment(time, chaincode).at(), state)) {
            throw RefusedException.of(RefusalCode.STAGED_TOO_RECENT);
        }
        content.purgeMark(actor.mspId(), key);
        if (!isUsed(state, actor.mspId(), key)) {
            content.purge(actor.mspId(), key);
        }
        return CanonicalJson.write(new StagingAnswer(Answer.Outcome.ACCEPTED, key));
    }

    private static boolean isUsed(LedgerState state, String mspId, ContentKey key) {
        String commitment = state.contentHash(mspId, key).orElse("");
        return state.events(key.kind(), key.id(), 1, ALL_EVENTS).stream()
                .map(Event::commitments)
                .anyMatch(commitments -> commitments.containsValue(commitment));
    }

    private static void requireSweeper(Actor actor) {
        if (!actor.isTimer() && actor.role() != Role.DPO) {
            throw RefusedException.of(RefusalCode.ROLE_NOT_ALLOWED);
        }
    }

    private static <T> T argument(List<String> arguments, Class<T> type) {
        return CanonicalJson.read(Arguments.exactly(arguments, 1).getFirst(), type);
    }
}
