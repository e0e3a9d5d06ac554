package org.countyledger.risk.drift;

import java.time.LocalDate;

/** A record as a model saw it: the day it belongs to, its encoded row, its score in millionths. */
public final class Scored {
    private final LocalDate day;
    private final int[] row;
    private final int millionths;

    public Scored(LocalDate day, int[] row, int millionths) {
        this.day = day;
        this.row = row;
        this.millionths = millionths;
    }

    LocalDate day() {
        return day;
    }

    int column(int place) {
        return row[place];
    }

    int millionths() {
        return millionths;
    }
}
