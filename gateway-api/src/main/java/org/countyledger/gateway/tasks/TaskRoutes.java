package org.countyledger.gateway.tasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.client.ClientIdentity;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.projection.Position;
import org.countyledger.gateway.projection.Tasks;
import org.countyledger.gateway.projection.Tasks.Task;
import org.countyledger.gateway.records.AsOf;
import org.countyledger.gateway.security.Call;
import org.countyledger.gateway.security.Caller;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An officer's inbox. */
@RestController
@Tag(name = "tasks")
final class TaskRoutes {
    private final Tasks tasks;
    private final RiskHints risk;
    private final Tables tables;
    private final Position position;

    TaskRoutes(Tasks tasks, RiskHints risk, Tables tables, Position position) {
        this.tasks = tasks;
        this.risk = risk;
        this.tables = tables;
        this.position = position;
    }

    @Operation(
            operationId = "listTasks",
            summary = "What the caller's department has to do, due first",
            description = "Bands of risk are private: a look at them is on the ledger, and the resident sees it.")
    @GetMapping("/v1/tasks")
    ResponseEntity<TaskPage> list(@ParameterObject TaskParameters parameters, Call call) {
        ClientIdentity officer = officer(call.caller());
        AsOf asOf = new AsOf(position.block());
        Tasks.Desk desk = new Tasks.Desk(officer.mspId(), officer.entry().department());
        List<Task> found = tasks.of(desk, parameters.place(), parameters.size() + 1);
        List<Task> page = found.subList(0, Math.min(found.size(), parameters.size()));
        RiskHints.Found hints = parameters.withRisk()
                ? risk.of(officer, page.stream().map(Task::header).toList())
                : new RiskHints.Found(Map.of(), Optional.empty());
        Optional<String> next =
                page.size() < found.size() ? Optional.of(page.getLast().cursor().text()) : Optional.empty();
        List<TaskPage.Item> items =
                page.stream().map(task -> item(task, hints.byGrievance())).toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new TaskPage(items, next, asOf, hints.accessRecord()));
    }

    private static ClientIdentity officer(Caller caller) {
        return switch (caller) {
            case Caller.Officer known -> known.identity();
            case Caller.Anonymous anonymous -> throw new ProblemException(ProblemCode.AUTHENTICATION_REQUIRED);
        };
    }

    private TaskPage.Item item(Task task, Map<String, List<RiskHint>> hints) {
        var header = task.header();
        var state = tables.find(header.kind()).orElseThrow().state(header.state());
        return new TaskPage.Item(
                header.kind(),
                header.id(),
                header.seq(),
                header.state(),
                Text.of(state.label()),
                task.dueAt(),
                header,
                hints.getOrDefault(header.id(), List.of()));
    }
}
