package org.countyledger.domain.engine;

import static org.countyledger.domain.testing.Officers.FINANCE_OFFICER;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.TOWN_LEAD;

import java.time.Duration;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of several faults in one command the first in a fixed order is named, so that every peer names the same. */
class RefusalOrderTest {
    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county);

    /** Faults of an officer's command, in the order in which they are looked for. */
    enum OfficersFault {
        ACTION(RefusalCode.UNKNOWN_ACTION),
        REPEAT(RefusalCode.IDEMPOTENCY_KEY_REUSED),
        SEQUENCE(RefusalCode.STALE_SEQ),
        TIME(RefusalCode.COMMAND_EXPIRED),
        STATE(RefusalCode.ILLEGAL_TRANSITION),
        ROLE(RefusalCode.ROLE_NOT_ALLOWED),
        AREA(RefusalCode.WRONG_AREA),
        SEPARATION(RefusalCode.SEPARATION_OF_DUTY),
        CONFLICT(RefusalCode.CONFLICT_UNDECLARED),
        FIELDS(RefusalCode.FIELD_MISSING),
        GUARD(RefusalCode.VISIT_MISSING),
        COMMITMENTS(RefusalCode.COMMITMENT_MISSING);

        private final RefusalCode code;

        OfficersFault(RefusalCode code) {
            this.code = code;
        }

        /** Whether a command with all faults from {@code first} on has this one. */
        boolean isIn(OfficersFault first) {
            return compareTo(first) >= 0;
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAnOfficersFaultsTheFirstIsNamed(OfficersFault first) {
        bringTo(first);
        Act act = story.by(actor(first)).does(OfficersFault.ACTION.isIn(first) ? "fly" : "giveOpinion:GRANT");
        if (OfficersFault.REPEAT.isIn(first)) {
            act.under(usedKey());
        }
        if (OfficersFault.SEQUENCE.isIn(first)) {
            act.expecting(1);
        }
        if (OfficersFault.TIME.isIn(first)) {
            act.notAfter(county.now().minusSeconds(1));
        }
        if (!OfficersFault.FIELDS.isIn(first)) {
            act.with("ruleVersion", "dibao-2026").with("reasonCode", "INCOME");
        }
        act.refusedAs(first.code);
    }

    private void bringTo(OfficersFault first) {
        if (OfficersFault.STATE.isIn(first)) {
            story.accepted();
        } else if (OfficersFault.GUARD.isIn(first)) {
            story.verifying();
        } else {
            story.visited();
        }
        if (!OfficersFault.CONFLICT.isIn(first)) {
            story.papers().declareNone(TOWN_LEAD, story.target());
        }
    }

    private static Actor actor(OfficersFault first) {
        if (OfficersFault.ROLE.isIn(first)) {
            return FINANCE_OFFICER;
        }
        Actor lead = OfficersFault.SEPARATION.isIn(first) ? Officers.inRole(Role.TOWN_LEAD, TOWN_CLERK) : TOWN_LEAD;
        return OfficersFault.AREA.isIn(first) ? Officers.inTown("330127199", lead) : lead;
    }

    private IdempotencyKey usedKey() {
        IdempotencyKey key = county.newKey();
        new WelfareCase(county).submitting().accepted();
        story.papers().declaring(TOWN_CLERK, story.target(), "NONE");
        WelfareCase other = new WelfareCase(county).submitted();
        other.accepting().under(key).accepted();
        return key;
    }

    /** Faults of a resident's command, in the order in which they are looked for. */
    enum ResidentsFault {
        SIGNATURE_MISSING(RefusalCode.SIGNATURE_REQUIRED),
        KEY(RefusalCode.KEY_UNKNOWN),
        SIGNATURE(RefusalCode.SIGNATURE_INVALID),
        FIELDS(RefusalCode.FIELD_INVALID),
        GUARD(RefusalCode.PROGRAMME_CLOSED),
        COMMITMENTS(RefusalCode.COMMITMENT_UNEXPECTED);

        private final RefusalCode code;

        ResidentsFault(RefusalCode code) {
            this.code = code;
        }

        boolean isIn(ResidentsFault first) {
            return compareTo(first) >= 0;
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAResidentsFaultsTheFirstIsNamed(ResidentsFault first) {
        KeyRole role = ResidentsFault.SIGNATURE_MISSING.isIn(first) ? KeyRole.OBJECTOR : KeyRole.HOLDER;
        Act act = story.submittingAs(role).staging("diary");
        if (ResidentsFault.KEY.isIn(first)) {
            act.with("key", ResidentKey.of("somebody else").spki());
        }
        if (ResidentsFault.FIELDS.isIn(first)) {
            act.with("band", "seven");
        }
        if (ResidentsFault.GUARD.isIn(first)) {
            act.with("programme", "TEKUN");
        }
        if (ResidentsFault.SIGNATURE.isIn(first)) {
            act.signedFor("another channel");
        }
        act.refusedAs(first.code);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTION", "REPEAT"})
    void evenAnOldCommandIsAnsweredByItsKey(OfficersFault first) {
        county.pass(Duration.ofHours(1));
        ofAnOfficersFaultsTheFirstIsNamed(first);
    }
}
