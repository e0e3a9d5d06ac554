package org.countyledger.domain.contract;

/** Functions of the contract: one for each verb, none for each row. */
public final class Functions {
    /** One argument: a {@link org.countyledger.domain.record.Command}. Answers {@link Answer}. */
    public static final String SUBMIT = "submit";

    /** Arguments kind, id, clock, n, level. Answers {@link Answer}. */
    public static final String DECLARE_OVERDUE = "declareOverdue";

    /**
     * One argument: a {@link StagingRequest}; the value is transient. Sent to a peer of the record's owner and endorsed by
     * the owner alone. Answers {@link StagingAnswer}.
     */
    public static final String STAGE = "stage";

    /** One argument: a {@link ReadingRequest}. Only ever evaluated: the answer is the private value. */
    public static final String READ = "read";

    /**
     * One argument: a {@link ListReadingRequest}. Only ever evaluated: the answer is a map from record to private value in
     * base64. Records whose value the caller may not read, or whose value is not here, are not in it.
     */
    public static final String READ_LIST = "readList";

    /** One argument: a {@link DisclosureRequest}; the value is transient. Endorsed by both. Answers {@link Answer}. */
    public static final String DISCLOSE = "disclose";

    /** Argument most: keys of the caller's organisation that were staged long enough ago to be swept. */
    public static final String STAGED = "staged";

    /** Argument key: purges what was staged there and never used. Endorsed by the holder alone. */
    public static final String SWEEP = "sweep";

    /** Arguments kind, id. Answers {@link RecordView}. */
    public static final String GET = "get";

    /** Arguments kind, page size, bookmark (may be empty). Answers {@link Page}. */
    public static final String LIST = "list";

    /** Arguments kind, id, first sequence, at most how many. Answers a list of events. */
    public static final String EVENTS = "events";

    /** Argument policy: answers its versions. Arguments policy, version: answers that version. */
    public static final String POLICIES = "policies";

    /** Name of the one event that a transaction emits; its payload is an {@link Announcement}. */
    public static final String EVENT = "record.transitioned";

    private Functions() {}
}
