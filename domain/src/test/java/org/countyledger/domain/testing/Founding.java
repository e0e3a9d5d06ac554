package org.countyledger.domain.testing;

import java.util.List;
import java.util.stream.Stream;
import org.countyledger.domain.policy.Purpose;

/** Policies with which a county begins. */
public final class Founding {
    public static final PolicyText WELFARE = PolicyText.of("welfare", Purpose.LEGAL, """
            accept.wd 1 wd
            correct.wd 10 wd
            start_check.wd 3 wd
            verify.wd 15 wd
            info_check.wd 3 wd
            total.wd 30 wd
            total.extension.wd 15 wd
            dispute.max.wd 20 wd
            open_notice.wd 1 wd
            notice.days 7 d24
            objection.wd 10 wd
            objection.rounds 1 count
            county_decide.wd 10 wd
            send_back.count 1 count
            publish.wd 3 wd
            pay_instruct.days 3 d
            tell.wd 3 wd
            review.fixed.mo 12 mo
            review.variable.mo 6 mo
            change_check.wd 10 wd
            hear.days 10 d
            decide_change.wd 20 wd
            recon_window.days 60 d
            recon_accept.wd 5 wd
            recon_decide.days 60 d
            recon.extension.days 30 d
            redo.wd 30 wd
            sample.permille 50 permille
            emergency.cap.fen 200000 fen
            pay_emergency.hours 24 h
            post_document.wd 10 wd
            emergency_close.wd 10 wd
            visit.minSurveyors 2 count
            prescreen.income.fen 100000 fen
            prescreen.family.count 2 count
            """);

    public static final PolicyText OVERDUE = PolicyText.of("overdue", Purpose.LEGAL, """
            grace.seconds 0 s
            l2.wd 5 wd
            l3.wd 10 wd
            short.l2.factor 2 count
            short.l3.hours 24 hours
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
            rule_dispatch.wd 2 wd
            contact.hours 24 h
            contact_urgent.hours 2 h
            handle_claim.days 60 d
            handle.extension.days 30 d
            handle_hotline.wd 5 wd
            hotline.extension.wd 15 wd
            handle_suggestion.days 60 d
            handle_dispute.days 60 d
            interim.permille 500 permille
            execute.days 30 d
            confirm.days 15 d
            reopen.days 15 d
            reopen.count 2 count
            callback.days 1 d
            rectify.days 15 d
            review_window.days 30 d
            review.days 30 d
            rereview_window.days 30 d
            rereview.days 30 d
            group.similar.count 5 count
            representatives.count 5 count
            mediation_pause.days 60 d
            """);

    private static final PolicyText AIR = PolicyText.of("air", Purpose.LEGAL, """
            raise.milli 150000 milli
            raise.windows 2 count
            clear.milli 115000 milli
            clear.windows 3 count
            averaging.seconds 3600 s
            coverage.permille 750 permille
            live.maxAge.seconds 7200 s
            future.seconds 120 s
            backfill.minWindows 24 count
            batch.maxWindows 288 count
            gap.seconds 7200 s
            signers.count 1 count
            ack.minutes 30 min
            on_site.minutes 120 min
            handle.hours 24 h
            verify.hours 24 h
            sensor_check.wd 1 wd
            brief.minutes 180 min
            cooldown 0 s
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
            PolicyText.of("audit", Purpose.LEGAL, """
            lead_time.days 3 d
            respond.days 10 d
            rectify.days 60 d
            verify.wd 10 wd
            notify.wd 3 wd
            """),
            PolicyText.of("mediation", Purpose.LEGAL, """
            intake.wd 5 wd
            transfer.wd 3 wd
            consent.days 7 d
            set_mediator.wd 3 wd
            reject.count 2 count
            mediate.days 30 d
            extension.days 30 d
            extension.count 2 count
            sign.wd 3 wd
            court_window.days 30 d
            remind.days 10 d
            silent.days 15 d
            parties.max 5 count
            """),
            PolicyText.of("need", Purpose.LEGAL, """
            first_contact.hours 24 h
            urgent.hours 4 h
            match.days 3 d
            wait.days 14 d
            choose.days 3 d
            schedule.days 3 d
            confirm.days 7 d
            redo.count 2 count
            """),
            PolicyText.of("match", Purpose.LEGAL, """
            weights.near 350 permille
            weights.quality 250 permille
            weights.free 200 permille
            weights.fairness 200 permille
            radius.metres 20000 metres
            shareCap.permille 400 permille
            shareMinBase.count 20 count
            neutral.permille 500 permille
            quality.minRatings 5 count
            top.count 3 count
            candidates.max 50 count
            checkpoint.maxAge.days 3 days
            """),
            PolicyText.of("ppp", Purpose.LEGAL, """
            report.wd 5 wd
            missing.wd 10 wd
            recompute.wd 5 wd
            dispute.wd 5 wd
            resolve.wd 10 wd
            settle.wd 10 wd
            kpi.completion.permille 900 permille
            kpi.completion.low.permille 800 permille
            kpi.waitP90.seconds 1800 s
            kpi.satisfaction.milli 3500 milli
            kpi.badReview.permille 100 permille
            kpi.availability.permille 950 permille
            kpi.minRatings 5 count
            penalty.completion.permille 50 permille
            penalty.completion.low.permille 100 permille
            penalty.waitP90.permille 30 permille
            penalty.satisfaction.permille 30 permille
            penalty.badReview.permille 30 permille
            penalty.availability.permille 50 permille
            penalty.missing.permille 50 permille
            penalty.max.permille 200 permille
            """),
            PolicyText.of("appointment", Purpose.LEGAL, """
            confirm.minutes 120 min
            slot_grace.minutes 30 min
            contest.days 7 d
            resolve.wd 10 wd
            rate.days 15 d
            unconfirmed.hours 24 h
            """),
            PolicyText.of("survey", Purpose.LEGAL, """
            target.permille 100 permille
            keyBits 3072 bits
            cell.min 5 count
            contest.count 2 count
            tally.wd 5 wd
            certify.wd 10 wd
            """),
            PolicyText.of("pilot", Purpose.LEGAL, """
            quarter.mo 3 mo
            review.wd 10 wd
            """),
            PolicyText.of("model", Purpose.LEGAL, """
            expiry.mo 12 mo
            retire.mo 3 mo
            psi.permille 250 permille
            sponsors.count 2 count
            """),
            PolicyText.of("score", Purpose.LEGAL, """
            expiry.days 30 d
            contest.wd 10 wd
            """),
            PolicyText.of("share", Purpose.LEGAL, """
            answer_unconditional.wd 1 wd
            answer_conditional.wd 10 wd
            answer.extension.wd 10 wd
            provide.wd 20 wd
            materials.wd 10 wd
            talks.wd 10 wd
            coordinate.wd 20 wd
            rectify.wd 10 wd
            dispose.wd 10 wd
            keep.years 3 years
            """),
            PolicyText.of("correction", Purpose.LEGAL, """
            correct.wd 10 wd
            talks.wd 10 wd
            coordinate.wd 20 wd
            """),
            PolicyText.of("checkpoint", Purpose.LEGAL, """
            cosign.hours 24 h
            cosigners.count 2 count
            """),
            PolicyText.of("timer", Purpose.LEGAL, "others.seconds 60 s"));

    private Founding() {}

    /** A county under the law's periods, with the calendar of 2026. */
    public static TestCounty legal(TestCounty county) {
        return legalWithout("none", county);
    }

    /** The same, but for one policy that a test brings itself. */
    static TestCounty legalWithout(String policy, TestCounty county) {
        PolicyText.county(false).putInForce(county);
        Stream.concat(Stream.of(WELFARE, OVERDUE), OTHERS.stream())
                .filter(text -> !text.policy().equals(policy))
                .forEach(text -> text.putInForce(county));
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
