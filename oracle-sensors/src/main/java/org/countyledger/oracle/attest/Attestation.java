package org.countyledger.oracle.attest;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.signing.P256Signer;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;
import org.countyledger.domain.sensing.BatchClaim;
import org.countyledger.domain.sensing.DatastreamView;
import org.countyledger.domain.sensing.ExceedanceRule;
import org.countyledger.domain.sensing.Ingest;
import org.countyledger.domain.sensing.Window;
import org.countyledger.oracle.sensor.AdapterSigner;
import org.springframework.stereotype.Component;

/** Makes the command that appends a batch: claim, signature of the oracle node, and the state that the rule has then. */
@Component
public final class Attestation {
    private static final String ACTION = "appendBatch";
    private static final Duration VALIDITY = Duration.ofHours(1);

    private final P256Signer signer;
    private final AdapterSigner secrets;
    private final Clock clock;

    Attestation(ClientIdentity node, AdapterSigner secrets, Clock clock) {
        this.signer = node.statements();
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Windows that follow the last ones of a datastream.
     *
     * @param datastream its header, which the batch follows
     * @param lastOfFile nothing comes after them, so a short batch is allowed
     */
    public record Draft(Header datastream, PolicyVersion air, Ingest ingest, List<Window> windows, boolean lastOfFile) {
        public Draft {
            windows = List.copyOf(windows);
        }

        ExceedanceRule.Outcome outcome() {
            DatastreamView view = new DatastreamView(datastream);
            int[] opened = {0};
            return ExceedanceRule.of(air)
                    .over(
                            view,
                            view.nextWindow(),
                            windows,
                            () -> RecordId.opened(datastream.id(), datastream.seq() + 1, ++opened[0]));
        }
    }

    /**
     * A batch ready to be submitted.
     *
     * @param exceedances raised by it
     */
    public record Attested(Command command, long exceedances) {}

    public Attested attest(Draft draft) {
        BatchClaim claim = BatchClaim.of(draft.datastream(), draft.ingest(), draft.windows());
        ExceedanceRule.Outcome outcome = draft.outcome();
        Clear clear = new Clear(Map.of(
                "variant",
                draft.ingest().name(),
                "first",
                claim.first(),
                "batchRoot",
                claim.batchRoot(),
                "ruleState",
                Clear.read(outcome.state().claim()),
                "windows",
                draft.windows().stream().map(Clear::read).toList(),
                "signatures",
                List.of(Map.of("spki", signer.spki(), "signature", signer.sign(claim.signedBytes())))));
        return new Attested(
                command(claim, draft.lastOfFile() ? clear.with("lastOfFile", true) : clear),
                outcome.turns().stream()
                        .filter(ExceedanceRule.Turn.Raised.class::isInstance)
                        .count());
    }

    private Command command(BatchClaim claim, Clear clear) {
        IdempotencyKey key = new IdempotencyKey(secrets.secret(Digests.sha256Hex(claim.signedBytes())));
        return new Command(
                Kind.DATASTREAM,
                claim.datastream(),
                ACTION,
                claim.seq(),
                clear,
                new TreeMap<>(),
                key.over(Kind.DATASTREAM, claim.datastream(), ACTION, clear, Map.of()),
                clock.instant().plus(VALIDITY),
                List.of());
    }

    /** The same command with a new term. */
    public Command renewed(Command command) {
        return command.until(clock.instant().plus(VALIDITY));
    }

    /** The datastream's header after a batch was appended to it, so that it need not be asked for. */
    public static Header after(Draft draft) {
        Header before = draft.datastream();
        Header.Position position = before.position();
        long last = new DatastreamView(before).nextWindow() + draft.windows().size() - 1;
        return new Header(
                before.founding(),
                new Header.Position(
                        position.state(),
                        position.since(),
                        position.seq() + 1,
                        position.at(),
                        position.lastEventDigest(),
                        position.lastTxId()),
                before.handling(),
                before.clocks(),
                before.awaited(),
                before.flags(),
                before.groups(),
                before.pending(),
                before.keys(),
                before.links(),
                before.hands(),
                before.fields()
                        .with("lastWindow", last)
                        .with("ruleState", Clear.read(draft.outcome().state())));
    }
}
