package org.countyledger.gateway.problem;

import java.util.List;
import java.util.Optional;
import org.countyledger.domain.engine.Engine;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Kind;
import org.springframework.stereotype.Component;

/** Says a refusal by the tables in the terms of the API, with the law behind the row. */
@Component
public final class RefusalFindings {
    private final Engine engine;

    RefusalFindings(Engine engine) {
        this.engine = engine;
    }

    /** What the command says that no row has a place for, before anything of it is stored; empty if there is nothing. */
    public Optional<Finding> ofStrangeArguments(Command command) {
        List<Refusal> problems = engine.strangeArguments(command);
        return problems.stream()
                .findFirst()
                .map(first -> of(command.kind(), first.code(), first.rule()).with(places(problems)));
    }

    /** The refusal by the rule of the kind with this id; the id is empty where no rule was reached. */
    public Finding of(Kind kind, RefusalCode code, String rule) {
        return Finding.of(RefusalProblems.of(code)).with(new Finding.Origin(code, rule, legalBasis(kind, rule)));
    }

    /** The places of a command that these refusals name. */
    public static List<FieldProblem> places(List<Refusal> refusals) {
        return refusals.stream()
                .flatMap(refusal -> RefusedField.in(refusal.code(), refusal.sentence()).stream())
                .toList();
    }

    private Optional<String> legalBasis(Kind kind, String rule) {
        return engine.tables().find(kind).stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.rule().equals(rule))
                .map(row -> row.standing().source().text())
                .filter(source -> !source.equals("default"))
                .findFirst();
    }
}
