package org.countyledger.gateway.operations;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.ClientIdentities;
import org.countyledger.client.operation.Committed;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.client.operation.Operation;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.engine.Engine;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.problem.FieldProblem;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.RefusalFindings;
import org.countyledger.gateway.problem.RefusedField;
import org.countyledger.gateway.projection.LedgerFacts;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.springframework.stereotype.Component;

/** Says why an operation is not VALID, in the terms of the API. */
@Component
final class Failures {
    private final Engine engine;
    private final LedgerFacts facts;
    private final ClientIdentities identities;
    private final RefusalFindings findings;

    Failures(Engine engine, LedgerFacts facts, ClientIdentities identities, RefusalFindings findings) {
        this.engine = engine;
        this.facts = facts;
        this.identities = identities;
        this.findings = findings;
    }

    Optional<Finding> of(Operation operation) {
        return operation.failure().map(failure -> finding(operation, failure));
    }

    private Finding finding(Operation operation, LedgerFailure failure) {
        return switch (failure) {
            case LedgerFailure.Refused refused -> refused(operation, refused);
            case LedgerFailure.CommitInvalid invalid ->
                about(
                        isLostRace(invalid.committed(), operation)
                                ? ProblemCode.MVCC_CONFLICT
                                : ProblemCode.ENDORSEMENT_FAILED,
                        invalid);
            case LedgerFailure.SubmitUnknown unknown -> about(ProblemCode.COMMIT_UNKNOWN, unknown);
            case LedgerFailure.EndorseFailed endorse -> about(ProblemCode.ENDORSEMENT_FAILED, endorse);
            case LedgerFailure.EvaluateFailed evaluate -> about(ProblemCode.ENDORSEMENT_FAILED, evaluate);
            case LedgerFailure.Deadline deadline -> about(ProblemCode.LEDGER_UNAVAILABLE, deadline);
            case LedgerFailure.Unavailable unavailable -> about(ProblemCode.LEDGER_UNAVAILABLE, unavailable);
        };
    }

    private static Finding about(ProblemCode code, LedgerFailure failure) {
        return Finding.of(code).about(failure.txId());
    }

    private static boolean isLostRace(Committed verdict, Operation operation) {
        return switch (verdict.code()) {
            case TxValidationCode.MVCC_READ_CONFLICT_VALUE, TxValidationCode.PHANTOM_READ_CONFLICT_VALUE -> true;
            case TxValidationCode.ENDORSEMENT_POLICY_FAILURE_VALUE ->
                operation.submission().creates();
            default -> false;
        };
    }

    private Finding refused(Operation operation, LedgerFailure.Refused refused) {
        return Arrays.stream(RefusalCode.values())
                .filter(known -> known.name().equals(refused.code()))
                .findFirst()
                .map(code -> refused(operation, code, refused))
                .orElseGet(() -> Finding.of(ProblemCode.ENDORSEMENT_FAILED, Text.same(refused.sentence()))
                        .about(refused.txId()));
    }

    private Finding refused(Operation operation, RefusalCode code, LedgerFailure.Refused refused) {
        Kind kind = Kind.ofWireName(operation.submission().target().kind());
        Finding finding = findings.of(kind, code, refused.rule())
                .with(errors(operation, code, refused))
                .about(refused.txId());
        Finding timed =
                RefusedField.moment(refused.sentence()).map(finding::from).orElse(finding);
        return timed.code() == ProblemCode.ILLEGAL_TRANSITION ? timed.with(allowedActions(operation, kind)) : timed;
    }

    private static Finding.Link allowedActions(Operation operation, Kind kind) {
        String id = operation.submission().target().id();
        return new Finding.Link("allowedActions", "/v1/" + kind.collection() + "/" + id + "/allowed-actions");
    }

    /** The contract stops at the first problem; who is to mend a command is told all of them. */
    private List<FieldProblem> errors(Operation operation, RefusalCode code, LedgerFailure.Refused refused) {
        return switch (code) {
            case FIELD_MISSING, FIELD_UNKNOWN, FIELD_INVALID, COMMITMENT_MISSING, COMMITMENT_UNEXPECTED -> {
                List<FieldProblem> all = allProblems(operation);
                yield all.isEmpty()
                        ? RefusedField.in(code, refused.sentence()).stream().toList()
                        : all;
            }
            default -> RefusedField.in(code, refused.sentence()).stream().toList();
        };
    }

    private List<FieldProblem> allProblems(Operation operation) {
        if (!operation.submission().function().equals(Functions.SUBMIT)) {
            return List.of();
        }
        Command command = CanonicalJson.read(operation.submission().arguments().getFirst(), Command.class);
        Request request = new Request(
                command,
                Roster.actor(identities.get(operation.submission().subject())),
                new Moment(Instant.now(), operation.lastAttempt().txId(), "", ""));
        List<Refusal> all = engine.argumentProblems(facts.header(command.kind(), command.id()), request, facts);
        return RefusalFindings.places(all);
    }
}
