package org.countyledger.domain.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * Kind of record. {@code name} stands in keys and on the wire, {@code collection} in URLs, {@code prefix} names the
 * policy whose periods its clocks take (domain.md 3.12); a kind without periods has none.
 */
public enum Kind {
    WELFARE_APPLICATION(
            "WelfareApplication", "welfare-applications", "welfare", "CivilAffairsMSP", 'A', Family.WELFARE),
    GRIEVANCE("Grievance", "grievances", "grievance", "GovernanceMSP", 'B', Family.GRIEVANCE),
    MEDIATION("Mediation", "mediations", "mediation", "GovernanceMSP", 'C', Family.MEDIATION),
    SENSOR("Sensor", "sensors", "sensor", "EcologyMSP", 'D', Family.ENVIRONMENT),
    DATASTREAM("Datastream", "datastreams", "air", "EcologyMSP", 'D', Family.ENVIRONMENT),
    WINDOW_BATCH("WindowBatch", "window-batches", "air", "EcologyMSP", 'D', Family.ENVIRONMENT),
    EXCEEDANCE("Exceedance", "exceedances", "air", "EcologyMSP", 'D', Family.ENVIRONMENT),
    SERVICE_NEED("ServiceNeed", "needs", "need", "CivilAffairsMSP", 'E', Family.SERVICE),
    RESOURCE("Resource", "resources", "need", "CivilAffairsMSP", 'E', Family.SERVICE),
    PPP_CONTRACT("PppContract", "contracts", "ppp", "CivilAffairsMSP", 'F', Family.CONTRACT),
    PERFORMANCE_REPORT("PerformanceReport", "performance-reports", "ppp", "CivilAffairsMSP", 'F', Family.CONTRACT),
    APPOINTMENT("Appointment", "appointments", "appointment", "CivilAffairsMSP", 'F', Family.SERVICE),
    SURVEY("Survey", "surveys", "survey", "GovernanceMSP", 'G', Family.SERVICE),
    SURVEY_RESPONSE("SurveyResponse", "survey-responses", "survey", "GovernanceMSP", 'G', Family.SERVICE),
    PILOT("Pilot", "pilots", "pilot", "GovernanceMSP", 'G', Family.SERVICE),
    AUDIT_ENGAGEMENT("AuditEngagement", "audit-engagements", "audit", "AuditMSP", 'H', Family.AUDIT),
    AUDIT_FINDING("AuditFinding", "audit-findings", "audit", "AuditMSP", 'H', Family.AUDIT),
    RISK_MODEL("RiskModel", "models", "model", "AuditMSP", 'I', Family.AUDIT),
    RISK_SCORE("RiskScore", "risk-scores", "score", "GovernanceMSP", 'I', Family.AUDIT),
    DATA_SHARE_REQUEST("DataShareRequest", "data-share-requests", "share", "GovernanceMSP", 'J', Family.SHARING),
    ACCESS_RECORD("AccessRecord", "access-records", "", "", 'J', Family.SHARING),
    CORRECTION_REQUEST("CorrectionRequest", "corrections", "correction", "GovernanceMSP", 'J', Family.SHARING),
    POLICY("Policy", "policies", "", "GovernanceMSP", 'K', Family.SUPPORT),
    WORK_CALENDAR("WorkCalendar", "calendars", "", "GovernanceMSP", 'K', Family.SUPPORT),
    ORG_UNIT("OrgUnit", "org-units", "", "GovernanceMSP", 'K', Family.SUPPORT),
    GRID("Grid", "grids", "", "GovernanceMSP", 'K', Family.SUPPORT),
    NOTICE("Notice", "notices", "notice", "", 'K', Family.NOTICE),
    DELIVERY_RECEIPT("DeliveryReceipt", "deliveries", "delivery", "", 'K', Family.SUPPORT),
    CONFLICT_DECLARATION("ConflictDeclaration", "conflicts", "", "", 'K', Family.SUPPORT),
    LEGAL_BASIS("LegalBasis", "legal-bases", "", "", 'K', Family.SUPPORT),
    DISBURSEMENT("Disbursement", "disbursements", "disburse", "CivilAffairsMSP", 'K', Family.WELFARE),
    CHECKPOINT("Checkpoint", "checkpoints", "checkpoint", "AuditMSP", 'K', Family.AUDIT);

    /** What the public may see of a record's kind (domain.md 6, level 1); never the kind itself. */
    public enum Family {
        WELFARE("救助"),
        GRIEVANCE("诉求"),
        MEDIATION("调解"),
        ENVIRONMENT("环境"),
        SERVICE("服务"),
        NOTICE("公示"),
        CONTRACT("合同"),
        SHARING("共享"),
        AUDIT("审计"),
        SUPPORT("公共");

        private final String label;

        Family(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final String wireName;
    private final String collection;
    private final String prefix;
    private final String fixedOwner;
    private final char letter;
    private final Family family;

    Kind(String wireName, String collection, String prefix, String fixedOwner, char letter, Family family) {
        this.wireName = wireName;
        this.collection = collection;
        this.prefix = prefix;
        this.fixedOwner = fixedOwner;
        this.letter = letter;
        this.family = family;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Path segment of the kind's REST collection. */
    public String collection() {
        return collection;
    }

    /** Policy whose periods the clocks of this kind take, if it has clocks. */
    public Optional<String> prefix() {
        return prefix.isEmpty() ? Optional.empty() : Optional.of(prefix);
    }

    /** MSP id of the owning organisation; empty: the organisation that files the record, or its parent's owner. */
    public Optional<String> fixedOwner() {
        return fixedOwner.isEmpty() ? Optional.empty() : Optional.of(fixedOwner);
    }

    public char letter() {
        return letter;
    }

    /** Whether ids are made from what the record is about (domain.md 3.2), not from the client's idempotency key. */
    public boolean hasNaturalId() {
        return switch (this) {
            case POLICY,
                    WORK_CALENDAR,
                    ORG_UNIT,
                    GRID,
                    CHECKPOINT,
                    SURVEY_RESPONSE,
                    PERFORMANCE_REPORT,
                    CONFLICT_DECLARATION -> true;
            default -> false;
        };
    }

    public Family family() {
        return family;
    }

    @JsonCreator
    public static Kind ofWireName(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("unknown kind"));
    }

    public static Optional<Kind> find(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }

    public static Optional<Kind> ofCollection(String collection) {
        return Arrays.stream(values())
                .filter(kind -> kind.collection.equals(collection))
                .findFirst();
    }
}
