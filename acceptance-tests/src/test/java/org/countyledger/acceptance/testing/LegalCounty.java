package org.countyledger.acceptance.testing;

/** The county under the law's periods, where nothing happens by itself while a test looks on: {@code county up}. */
public final class LegalCounty extends SharedCounty {
    public LegalCounty() {
        super("up", "up");
    }
}
