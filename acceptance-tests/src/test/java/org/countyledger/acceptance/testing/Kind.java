package org.countyledger.acceptance.testing;

/** Kinds of records, as paths and as signatures name them. */
public enum Kind {
    APPLICATION("welfare-applications", "WelfareApplication"),
    GRIEVANCE("grievances", "Grievance"),
    NOTICE("notices", "Notice"),
    DISBURSEMENT("disbursements", "Disbursement"),
    DELIVERY("deliveries", "DeliveryReceipt"),
    CONFLICT("conflicts", "ConflictDeclaration"),
    ACCESS("access-records", "AccessRecord"),
    SENSOR("sensors", "Sensor"),
    DATASTREAM("datastreams", "Datastream"),
    WINDOW_BATCH("window-batches", "WindowBatch"),
    EXCEEDANCE("exceedances", "Exceedance"),
    MODEL("models", "RiskModel"),
    SCORE("risk-scores", "RiskScore");

    private final String collection;
    private final String wireName;

    Kind(String collection, String wireName) {
        this.collection = collection;
        this.wireName = wireName;
    }

    public String collection() {
        return collection;
    }

    public String wireName() {
        return wireName;
    }

    /** Path of a record of this kind. */
    public String path(String id) {
        return "/v1/" + collection + "/" + id;
    }
}
