package org.countyledger.client.operation;

import java.util.List;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Idempotency;

/**
 * One wish to write, as it is stored and sent. It holds commitments only, so it may be kept in clear.
 *
 * @param subject the identity (identities.json) under which it is signed
 * @param function the contract's function
 * @param arguments the function's arguments, without personal content
 * @param target the record it is about
 * @param idempotency present for commands: a second open operation with the same tag and mac is the first one
 * @param creates whether it creates records: then ENDORSEMENT_POLICY_FAILURE may be a lost race and is tried again
 */
public record Submission(
        String subject,
        String function,
        List<String> arguments,
        Target target,
        Optional<Idempotency> idempotency,
        boolean creates) {

    /**
     * The record that a submission is about.
     *
     * @param kind the kind's name on the wire
     */
    public record Target(String kind, String id) {}

    public Submission {
        arguments = List.copyOf(arguments);
    }

    public static Submission of(String subject, Command command) {
        return new Submission(
                subject,
                "submit",
                List.of(CanonicalJson.text(command)),
                new Target(command.kind().wireName(), command.id()),
                Optional.of(command.idempotency()),
                command.creates());
    }

    /** Declares a clock of a record overdue; anyone may, and twice is a no-op (architecture.md, rule 5). */
    public static Submission overdue(String subject, Target target, String clock, int n, int level) {
        return new Submission(
                subject,
                "declareOverdue",
                List.of(target.kind(), target.id(), clock, Integer.toString(n), Integer.toString(level)),
                target,
                Optional.empty(),
                false);
    }
}
