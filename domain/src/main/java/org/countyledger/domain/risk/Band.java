package org.countyledger.domain.risk;

import java.util.Arrays;
import java.util.Optional;

/** What a score means for the order of work. Nothing is decided by it. */
public enum Band {
    LOW("常规", "usual order"),
    ELEVATED("提前联系", "call early"),
    HIGH("优先走访", "visit first");

    private final String zh;
    private final String en;

    Band(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The band of this name. */
    public static Optional<Band> find(String name) {
        return Arrays.stream(values()).filter(band -> band.name().equals(name)).findFirst();
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
