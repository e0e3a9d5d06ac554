package org.countyledger.risk.calibration;

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

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
