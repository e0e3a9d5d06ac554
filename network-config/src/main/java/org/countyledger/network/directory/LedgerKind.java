package org.countyledger.network.directory;

import java.util.Arrays;
import java.util.Locale;

/** What is below a county; it never changes. */
public enum LedgerKind {
    /** All organisations in one JVM, for a laptop, tests and demonstrations. */
    EMBEDDED("the embedded ledger"),
    /** Hyperledger Fabric: a peer and an orderer of each organisation. */
    FABRIC("Hyperledger Fabric");

    private final String words;

    LedgerKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As {@code --ledger} and {@code county.json} name it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LedgerKind ofWireName(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no ledger " + name));
    }
}
