package org.countyledger.domain.testing;

import java.util.List;
import java.util.stream.Stream;
import org.countyledger.domain.policy.Purpose;

/** Policies with which a county begins. */
public final class Founding {
    public static final PolicyText WELFARE = PolicyText.of("welfare", Purpose.LEGAL, """
            accept.wd 1 wd
            total.wd 30 wd
            start_check.wd 3 wd
            verify.wd 15 wd
            open_notice.wd 1 wd
            notice.days 7 d24
            county_decide.wd 10 wd
            publish.wd 3 wd
            pay_instruct.days 3 d
            tell.wd 3 wd
            recon_window.days 60 d
            review.fixed.mo 12 mo
            review.variable.mo 6 mo
            sample.permille 50 permille
            """);

    public static final PolicyText OVERDUE = PolicyText.of("overdue", Purpose.LEGAL, """
            grace.seconds 0 s
            l2.wd 5 wd
            l3.wd 10 wd
            short.l2.factor 2 factor
            short.l3.hours 24 h
            """);

    private static final PolicyText DISBURSE = PolicyText.of("disburse", Purpose.LEGAL, """
            release.days 1 d
            bank.wd 3 wd
            ask.days 7 d
            issue.wd 5 wd
            """);

    private static final PolicyText GRIEVANCE = PolicyText.of("grievance", Purpose.LEGAL, """
            route.days 15 d
            route_service.wd 1 wd
            receipt.days 15 d
            object_dispatch.wd 5 wd
            handle_claim.days 60 d
            handle_suggestion.days 60 d
            handle_dispute.days 60 d
            handle_hotline.wd 5 wd
            interim.permille 500 permille
            execute.days 30 d
            confirm.days 15 d
            reopen.days 15 d
            review_window.days 30 d
            """);

    private static final PolicyText AIR = PolicyText.of("air", Purpose.LEGAL, """
            raise.milli 150000 milli
            raise.windows 2 windows
            clear.milli 115000 milli
            clear.windows 3 windows
            averaging.seconds 3600 s
            coverage.permille 750 permille
            live.maxAge.seconds 7200 s
            future.seconds 120 s
            backfill.minWindows 24 windows
            batch.maxWindows 288 windows
            signers.count 1 signers
            ack.minutes 30 min
            on_site.minutes 120 min
            handle.hours 24 h
            verify.hours 24 h
            sensor_check.wd 1 wd
            """);

    private static final List<PolicyText> OTHERS = List.of(
            DISBURSE,
            GRIEVANCE,
            AIR,
            PolicyText.of("sensor", Purpose.LEGAL, """
            calibration.mo 12 mo
            check.wd 3 wd
            """),
            PolicyText.of("notice", Purpose.LEGAL, """
            post.wd 1 wd
            takedown.days 1 d24
            """),
            PolicyText.of("delivery", Purpose.LEGAL, "announce.days 30 d"),
            PolicyText.of("audit", Purpose.LEGAL, "notify.wd 3 wd"),
            PolicyText.of("timer", Purpose.LEGAL, "others.seconds 60 s"));

    private Founding() {}

    /** A county under the law's periods, with the calendar of 2026. */
    public static TestCounty legal(TestCounty county) {
        PolicyText.county(false).putInForce(county);
        Stream.concat(Stream.of(WELFARE, OVERDUE), OTHERS.stream()).forEach(policy -> policy.putInForce(county));
        TestCalendar.putInForce(county, TestCalendar.YEAR_2026);
        return county;
    }

    /** A county where every duty takes a minute, every window 20 seconds and a notice seven. */
    public static TestCounty demonstration(TestCounty county) {
        PolicyText.county(true).putInForce(county);
        WELFARE.inSeconds(60)
                .with("notice.days", 7, "s")
                .with("recon_window.days", 20, "s")
                .putInForce(county);
        OVERDUE.inSeconds(60).with("l2.wd", 20, "s").putInForce(county);
        OTHERS.forEach(
                policy -> policy.inSeconds(policy.equals(DISBURSE) ? 20 : 60).putInForce(county));
        return county;
    }
}
