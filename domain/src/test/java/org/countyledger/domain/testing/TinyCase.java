package org.countyledger.domain.testing;

import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.policy.Purpose;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/** A record of the small table, in a county of its own. */
public final class TinyCase {
    /** Periods of the small table. */
    public static final PolicyText PERIODS = PolicyText.of("mediation", Purpose.LEGAL, """
            answer.wd 5 wd
            reply.hours 48 h
            quick.minutes 120 min
            choice.days 10 d
            term.mo 1 mo
            share.permille 500 permille
            later.days 7 d
            """);

    private static final Actor CLERK = Officers.officer(Role.MEDIATION_CLERK, 1);

    private final TestCounty county;
    private final Target target;

    private TinyCase(TestCounty county) {
        this.county = county;
        this.target = county.newRecord(Kind.MEDIATION);
    }

    /** Opened at this moment in a county of its own. */
    public static TinyCase openedAt(String moment) {
        TestCounty county = Founding.legalWithout("mediation", TestCounty.unfounded(TinyTable.amongTheOthers()));
        PERIODS.putInForce(county);
        TinyCase tiny = new TinyCase(county.at(moment));
        tiny.does("open").accepted();
        return tiny;
    }

    public TestCounty county() {
        return county;
    }

    public Target target() {
        return target;
    }

    public Header header() {
        return county.header(target);
    }

    /** The last start of this clock. */
    public Clock clock(String name) {
        return header().clock(name).orElseThrow();
    }

    public Act does(String action) {
        Act act = county.by(CLERK, target).does(action);
        return action.equals("tell") ? act.staging("letter") : act;
    }

    /** Opening another record of this sort. */
    public Act another() {
        return county.by(CLERK, county.newRecord(Kind.MEDIATION)).does("open");
    }

    public TinyCase doneAt(String moment, String action) {
        county.at(moment);
        does(action).accepted();
        return this;
    }

    /** The letter's delivery is recorded now. */
    public void deliverLetter() {
        new Papers(county).deliver(CLERK, target, "letter");
    }
}
