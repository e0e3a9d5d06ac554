package org.countyledger.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Asia/Shanghai: UTC+8 without daylight saving, so that nothing depends on a time-zone database. */
public final class CountyTime {
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private CountyTime() {}

    public static LocalDate day(Instant at) {
        return at.atOffset(OFFSET).toLocalDate();
    }

    /** 24:00 of this day. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(OFFSET);
    }
}
