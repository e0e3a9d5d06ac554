package org.countyledger.gateway.records;

import org.countyledger.client.operation.Submission;
import org.countyledger.domain.record.Command;

/** The action {@code declareOverdue} is a function of its own, because it moves no sequence (architecture.md, rule 5). */
final class OverdueCommand {
    private static final int HIGHEST_LEVEL = 3;

    private OverdueCommand() {}

    static Submission submission(String subject, Command command) {
        String clock = command.clear()
                .text("clock")
                .orElseThrow(() -> BodyProblems.only("/clear/clock", BodyProblems.MISSING));
        return Submission.overdue(
                subject,
                new Submission.Target(command.kind().wireName(), command.id()),
                clock,
                number(command, "n", Integer.MAX_VALUE),
                number(command, "level", HIGHEST_LEVEL));
    }

    private static int number(Command command, String name, int highest) {
        return command.clear()
                .integer(name)
                .filter(number -> number >= 1 && number <= highest)
                .map(Math::toIntExact)
                .orElseThrow(() -> BodyProblems.only("/clear/" + name, BodyProblems.NOT_WELL_FORMED));
    }
}
