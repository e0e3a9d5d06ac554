package org.countyledger.risk.scorer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.Query;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.RecordView;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.time.CountyTime;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.drift.CalibrationMonth;
import org.countyledger.risk.drift.DriftReport;
import org.countyledger.risk.drift.Scored;
import org.countyledger.risk.model.RiskModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks whether closed weeks still look like what a model learned from, and reports a model that they do not. */
@Component
final class DriftWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);
    private static final Duration LOOK_BACK = Duration.ofDays(35);
    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final String ACTION = "reportDrift";
    private static final String KEY = "county/drift-key/v1";
    private static final int PERMILLE = 1000;

    private final LedgerClient ledger;
    private final ClientIdentity node;
    private final Models models;
    private final DriftRows rows;
    private final Clock clock;
    private final Map<String, List<String>> calibration = new ConcurrentHashMap<>();

    DriftWatch(LedgerClient ledger, ClientIdentity node, Models models, DriftRows rows, Clock clock) {
        this.ledger = ledger;
        this.node = node;
        this.models = models;
        this.rows = rows;
        this.clock = clock;
    }

    /** A week in which something drifted. */
    private record Drift(String model, LocalDate monday, String what, double psi) {
        static Drift of(String model, DriftReport.Week week) {
            Map.Entry<String, Double> worst = week.psi().entrySet().stream()
                    .max(Comparator.comparingDouble(Map.Entry::getValue))
                    .orElseThrow();
            return new Drift(model, week.monday(), worst.getKey(), worst.getValue());
        }

        long permille() {
            return (long) Math.ceil(psi * PERMILLE);
        }
    }

    /** What scores of each model in use said and what came, by month, as of the last look. */
    Map<String, List<String>> calibration() {
        return Map.copyOf(calibration);
    }

    @Scheduled(fixedDelayString = "${county.drift-look:1h}")
    void look() {
        for (String model : rows.modelsInUse()) {
            try {
                look(model);
            } catch (RiskException | LedgerException e) {
                LOG.error("Drift of model {} cannot be looked at: {}", model, e.getMessage());
            }
        }
    }

    private void look(String record) {
        RiskModel model = models.of(record);
        calibration.put(record, months(model, rows.told(record)));
        Instant now = clock.instant();
        List<Scored> scored = rows.since(record, now.minus(LOOK_BACK)).stream()
                .map(seen -> scored(model, seen))
                .toList();
        new DriftReport(model.header().schema(), model.header().references())
                .weeks(scored, LocalDate.ofInstant(now, CountyTime.OFFSET)).stream()
                        .filter(DriftReport.Week::drifted)
                        .filter(week -> !rows.isReported(record, week.monday()))
                        .findFirst()
                        .ifPresent(week -> report(Drift.of(record, week)));
    }

    private static List<String> months(RiskModel model, List<DriftRows.Told> told) {
        return CalibrationMonth.of(told.stream()
                        .map(each -> new CalibrationMonth.Told(
                                day(each.seen()),
                                model.millionths(
                                        model.encoder().encode(each.seen().fields())),
                                new CalibrationMonth.Feedback(each.cameTrue(), each.overridden())))
                        .toList())
                .stream()
                .map(CalibrationMonth::text)
                .toList();
    }

    /** Scores are not kept; they follow from the fields. */
    private static Scored scored(RiskModel model, DriftRows.Seen seen) {
        int[] row = model.encoder().encode(seen.fields());
        return new Scored(day(seen), row, model.millionths(row));
    }

    private static LocalDate day(DriftRows.Seen seen) {
        return LocalDate.ofInstant(seen.at(), CountyTime.OFFSET);
    }

    /** A model that is out of use already, or that this organisation has reported, is as good as reported. */
    private void report(Drift drift) {
        Operation operation = ledger.submit(Submission.of(node.subject(), command(drift)));
        boolean isSettled = operation.state() == OperationState.VALID || operation.state() == OperationState.REFUSED;
        if (isSettled) {
            rows.reported(drift.model(), drift.monday());
        }
        LOG.error(
                "Model {} has drifted: in the week of {} the index of {} was {} permille. {}",
                drift.model(),
                drift.monday(),
                drift.what(),
                drift.permille(),
                operation
                        .failure()
                        .map(LedgerFailure::sentence)
                        .orElse("It is reported; what two organisations have reported suspends the model."));
    }

    private Command command(Drift drift) {
        Clear clear = new Clear(Map.of(
                "reasonCode",
                "DRIFT",
                "psiPermille",
                drift.permille(),
                "driftOf",
                drift.what(),
                "driftWeek",
                drift.monday().toString()));
        byte[] name = (KEY + drift.model() + drift.monday()).getBytes(StandardCharsets.UTF_8);
        IdempotencyKey key = new IdempotencyKey(Digests.hmac(node.statements().pkcs8(), name));
        return new Command(
                Kind.RISK_MODEL,
                drift.model(),
                ACTION,
                header(drift.model()).seq(),
                clear,
                new TreeMap<>(),
                key.over(Kind.RISK_MODEL, drift.model(), ACTION, clear, Map.of()),
                clock.instant().plus(VALIDITY),
                List.of());
    }

    private Header header(String model) {
        Query query = Query.of(Functions.GET, Kind.RISK_MODEL.wireName(), model).aboutKnownRecord();
        return CanonicalJson.read(ledger.evaluate(node.subject(), query), RecordView.class)
                .header();
    }
}
