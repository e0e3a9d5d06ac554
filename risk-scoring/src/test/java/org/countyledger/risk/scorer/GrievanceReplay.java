package org.countyledger.risk.scorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countyledger.domain.record.Kind;
import org.countyledger.risk.features.IncidentLog;
import org.countyledger.risk.features.LabelledRecord;
import org.countyledger.risk.features.Target;
import org.countyledger.risk.features.View;
import org.countyledger.risk.scorer.Offices.Moved;

/** Incidents of a log as grievances on the ledger: registered, dispatched, handed over, urged on. */
final class GrievanceReplay {
    private static final Map<String, String> TOWNS = Map.of("TOWN", "330183101", "TOWNSHIP", "330183201");
    private static final String FIRST_UNIT = "public-security";
    private static final String SECOND_UNIT = "market-regulation";
    private static final Set<Integer> EVENTS = Set.of(1, 2, 3, 4);

    private final Offices offices;
    private final List<Moved> moved = new ArrayList<>();

    GrievanceReplay(Offices offices) {
        this.offices = offices;
    }

    /** The first incidents of a log, each by the features of its events. */
    static List<List<LabelledRecord>> incidents(IncidentLog log, int count) {
        Map<String, List<LabelledRecord>> byNumber = log.as(View.GRIEVANCE).records(Target.ESCALATED, EVENTS).stream()
                .collect(Collectors.groupingBy(LabelledRecord::number, TreeMap::new, Collectors.toList()));
        return byNumber.values().stream().limit(count).toList();
    }

    /** As they stand now. */
    List<Moved> moved() {
        return List.copyOf(moved);
    }

    void replay(List<LabelledRecord> incident) {
        Map<String, String> first = incident.getFirst().fields();
        Moved record = offices.act(
                Officer.PETITION_REGISTRAR,
                Offices.fresh(Kind.GRIEVANCE),
                "registerFor",
                Map.of(
                        "category",
                        value(first, "category"),
                        "town",
                        TOWNS.getOrDefault(value(first, "town_type"), "330183101"),
                        "mode",
                        "ANONYMOUS",
                        "urgent",
                        Boolean.valueOf(value(first, "urgent")),
                        "channel",
                        "ORAL"),
                "text");
        if (incident.size() > 1) {
            record = offices.act(Officer.PETITION_REGISTRAR, record, "dispatch", Map.of("department", FIRST_UNIT));
        }
        boolean isHandedOver = !value(incident.getLast().fields(), "hand_overs").equals("0");
        if (incident.size() > 1 && isHandedOver) {
            record = offices.act(
                    Officer.UNIT_LEAD, record, "objectDispatch", Map.of("reasonCode", "NOT_OURS"), "reason");
            record = offices.act(
                    Officer.SUPERVISOR,
                    record,
                    "ruleDispatch",
                    Map.of("variant", "UPHELD", "department", SECOND_UNIT),
                    "memo");
        }
        for (int event = 2; event < incident.size(); event++) {
            record = offices.act(Officer.SUPERVISOR, record, "supervise", Map.of(), "instruction");
        }
        moved.add(record);
    }

    /** The second is the same matter as the first, which goes on alone. */
    void merge(Moved master, Moved other) {
        Moved merged = offices.act(Officer.PETITION_REGISTRAR, other, "merge", Map.of("master", master.id()));
        moved.set(moved.indexOf(other), merged);
    }

    private static String value(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }
}
