package org.countyledger.oracle.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.sensing.DatastreamView;
import org.countyledger.domain.sensing.RuleState;
import org.countyledger.oracle.anchor.Anchors;
import org.countyledger.oracle.anchor.ReadingStore;
import org.countyledger.oracle.ledger.Registry;
import org.countyledger.oracle.problem.ProblemCode;
import org.countyledger.oracle.problem.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the oracle knows of a datastream. */
@RestController
@Tag(name = "datastreams")
final class DatastreamRoutes {
    private final Registry registry;
    private final Anchors anchors;
    private final ReadingStore readings;

    DatastreamRoutes(Registry registry, Anchors anchors, ReadingStore readings) {
        this.registry = registry;
        this.anchors = anchors;
        this.readings = readings;
    }

    /**
     * How far a datastream is.
     *
     * @param lastWindow the last one on the ledger; absent before any
     * @param pending readings that are stored and not on the ledger yet
     * @param trouble what keeps them from there
     */
    @Schema(name = "DatastreamStanding")
    record Standing(
            String id,
            String name,
            String state,
            Optional<LastWindow> lastWindow,
            Rule rule,
            long pending,
            Optional<String> trouble) {

        /** A window by its number, counted from the datastream's first. */
        @Schema(name = "LastWindow")
        record LastWindow(long number, Instant end) {}

        /**
         * Where the exceedance rule is.
         *
         * @param above windows above the raise value so far
         * @param below windows at or below the clear value so far
         * @param open the exceedance that is not cleared yet
         */
        @Schema(name = "RuleStanding")
        record Rule(long above, long below, Optional<String> open) {
            static Rule of(RuleState state) {
                return new Rule(state.above().size(), state.below(), state.open());
            }
        }
    }

    @Operation(operationId = "datastream", summary = "How far a datastream is: windows on the ledger, rule, trouble")
    @GetMapping("/v1/datastreams/{id}")
    Standing datastream(@PathVariable String id) {
        Anchors.Knowledge knowledge = anchors.knowledge(id);
        Header header = knowledge
                .header()
                .or(() -> registry.datastream(id))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN));
        DatastreamView view = new DatastreamView(header);
        long next = view.nextWindow();
        return new Standing(
                id,
                header.fields().text("name").orElse(""),
                header.state(),
                next == 0 ? Optional.empty() : Optional.of(new Standing.LastWindow(next - 1, view.end(next - 1))),
                Standing.Rule.of(view.ruleState()),
                readings.count(id, next),
                knowledge.trouble());
    }
}
