package org.countyledger.gateway.rebuild;

/** The tables that are made from blocks. */
enum ReadTable {
    LEDGER_TRANSACTION("tx_id"),
    RECORD("kind, id"),
    RECORD_EVENT("kind, id, lpad(seq::text, 12, '0')"),
    RECORD_OVERLAY("kind, id, name"),
    RECORD_CLOCK("kind, id, name, lpad(n::text, 12, '0')"),
    RECORD_LINK("kind, id, rel, to_kind, to_id"),
    LEDGER_ENTRY("key"),

    /** The timer writes here too, so what is in it cannot be compared; it begins anew with the others. */
    RECORD_ALARM("kind, id");

    private final String key;

    ReadTable(String key) {
        this.key = key;
    }

    boolean isComparable() {
        return this != RECORD_ALARM;
    }

    String in(String schema) {
        return '"' + schema + "\"." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** All rows of the table, each as its key and its text, in the order of the keys. */
    String rows(String schema) {
        return """
            select concat_ws('~', %s) as key, row_to_json(t)::text as content
            from %s t order by concat_ws('~', %s) collate "C"
            """.formatted(key, in(schema), key);
    }
}
