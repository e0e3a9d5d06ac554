package org.countyledger.gateway.records;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.record.Command;
import org.countyledger.gateway.operations.Operations;
import org.countyledger.gateway.operations.Preference;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.problem.RefusalFindings;
import org.countyledger.gateway.security.Caller;
import org.countyledger.gateway.security.HeldKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes commands in and hands them to the ledger. Blocks, so it is for virtual threads. */
@Component
final class CommandDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);

    private final LedgerClient client;
    private final Operations operations;
    private final Submitters submitters;
    private final CommandSettings settings;
    private final RefusalFindings findings;

    CommandDesk(
            LedgerClient client,
            Operations operations,
            Submitters submitters,
            CommandSettings settings,
            RefusalFindings findings) {
        this.client = client;
        this.operations = operations;
        this.submitters = submitters;
        this.settings = settings;
        this.findings = findings;
    }

    ResponseEntity<?> take(Caller caller, CommandDraft draft) {
        ClientIdentity identity = HeldKeys.require(submitters.of(caller, draft.target()));
        Submission submission = submission(identity, caller, draft);
        LedgerClient.Started begun = client.begin(submission);
        Operation started = begun.operation();
        if (!begun.isNew()) {
            throw inFlight(started);
        }
        LOG.info(
                "Operation {} carries out {} of {} {} for {}",
                started.id(),
                draft.action(),
                submission.target().kind(),
                submission.target().id(),
                submission.subject());
        return answer(started, draft.headers());
    }

    /** What became of it by the time that the client would wait. */
    ResponseEntity<?> answer(Operation started, HttpHeaders headers) {
        Duration limit = Preference.of(headers).limit();
        Operation now =
                limit.isZero() ? started : client.await(started.id(), limit).orElse(started);
        return operations.toWrite(now, headers);
    }

    /** The command as it is sent for its caller; what no row has a place for is refused before anything is stored. */
    Submission submission(Caller caller, CommandDraft draft) {
        return submission(submitters.of(caller, draft.target()), caller, draft);
    }

    private Submission submission(ClientIdentity identity, Caller caller, CommandDraft draft) {
        String subject = identity.subject();
        Command command = command(caller, draft);
        if (command.action().equals(Functions.DECLARE_OVERDUE)) {
            return OverdueCommand.submission(subject, command);
        }
        if (caller instanceof Caller.Anonymous && !draft.signed()) {
            throw new ProblemException(ProblemCode.AUTHENTICATION_REQUIRED);
        }
        findings.ofStrangeArguments(command).ifPresent(finding -> {
            throw new ProblemException(finding);
        });
        return Submission.of(subject, command);
    }

    private Command command(Caller caller, CommandDraft draft) {
        boolean isOverdue = draft.action().equals(Functions.DECLARE_OVERDUE);
        long expectedSeq = draft.expectedSeq()
                .or(() -> isOverdue ? Optional.of(1L) : Optional.empty())
                .orElseThrow(() -> BodyProblems.only("/expectedSeq", BodyProblems.MISSING));
        Instant notAfter = draft.body()
                .notAfter()
                .or(() -> caller instanceof Caller.Officer || isOverdue
                        ? Optional.of(Instant.now().plus(settings.officerValidity()))
                        : Optional.empty())
                .orElseThrow(() -> BodyProblems.only("/notAfter", BodyProblems.MISSING));
        return draft.toCommand(expectedSeq, notAfter);
    }

    /** The same command again while it is being carried out: the client is to look at that operation. */
    private static ProblemException inFlight(Operation twin) {
        return new ProblemException(Finding.of(ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT)
                .with(new Finding.Link("operation", Operations.path(twin))));
    }
}
