package org.countyledger.acceptance.testing;

/** The demonstration county, where a second stands for a day: {@code county demo}. */
public final class DemoCounty extends SharedCounty {
    public DemoCounty() {
        super("demo", "demo");
    }
}
