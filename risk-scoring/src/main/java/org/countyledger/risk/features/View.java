package org.countyledger.risk.features;

import java.util.Map;

/** What the incidents of a log are taken for. */
public enum View {
    /** For what they are. */
    INCIDENT,
    /** For grievances of the county, by the features that the ledger shows of those. */
    GRIEVANCE;

    public RiskSchema schema() {
        return switch (this) {
            case INCIDENT -> IncidentSchema.SCHEMA;
            case GRIEVANCE -> GrievanceSchema.SCHEMA;
        };
    }

    Map<String, String> fields(IncidentEvent event) {
        return switch (this) {
            case INCIDENT -> event.fields();
            case GRIEVANCE -> StandIn.grievance(event);
        };
    }
}
