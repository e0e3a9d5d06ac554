package org.countyledger.risk.features;

import java.util.Map;

/** What the incidents of a log are taken for. */
public enum View {
    /** For what they are. */
    INCIDENT(IncidentSchema.SCHEMA),
    /** For grievances of the county, by the features that the ledger shows of those. */
    GRIEVANCE(GrievanceSchema.SCHEMA);

    private final RiskSchema schema;

    View(RiskSchema schema) {
        this.schema = schema;
    }

    public RiskSchema schema() {
        return schema;
    }

    Map<String, String> fields(IncidentEvent event) {
        return switch (this) {
            case INCIDENT -> event.fields();
            case GRIEVANCE -> StandIn.grievance(event);
        };
    }
}
