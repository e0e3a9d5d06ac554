package org.countyledger.domain.simulation;

import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;

/** A department asks another for data: answered, used day by day, misused now and then, disposed of. */
final class ShareLife extends CaseLife {
    private static final int DAYS_OF_USE = 5;

    private final boolean conditional;
    private int used;

    ShareLife(Desk desk, String name) {
        super(desk, Kind.DATA_SHARE_REQUEST, name);
        this.conditional = desk.chance().percent(60);
    }

    private static Actor asker(Role role) {
        return Officers.at(Officers.CIVIL_AFFAIRS, "civil-affairs", Officers.officer(role, 1));
    }

    private static Actor holder(Role role) {
        return Officers.at(Officers.GOVERNANCE, "public-security", Officers.officer(role, 2));
    }

    private Act by(Actor actor, String words) {
        return desk.by(actor, target).does(words);
    }

    @Override
    void begin() {
        by(asker(Role.DATA_STEWARD), "prepare")
                .under(founding)
                .with("catalogueId", "household-register")
                .with("sharingClass", conditional ? "CONDITIONAL" : "UNCONDITIONAL")
                .with("legalBasis", "SAL_41")
                .with("sceneCode", "DIBAO")
                .with("scopeCode", "MEMBERS")
                .with("mode", "QUERY")
                .with("until", "2026-12-31")
                .with("provider", "public-security")
                .staging("request")
                .accepted();
    }

    @Override
    Optional<Instant> go(Header header) {
        return switch (header.state()) {
            case "PREPARED" -> done(by(asker(Role.DATA_STEWARD_LEAD), "submit"), 20);
            case "SUBMITTED" -> answer();
            case "AGREED" -> done(by(holder(Role.DATA_STEWARD), "provision").with("platformRef", "platform-7"), 40);
            case "REFUSED" -> done(by(asker(Role.DATA_STEWARD_LEAD), "accept"), 20);
            case "IN_USE" -> use();
            case "SUSPENDED" ->
                done(by(holder(Role.DATA_STEWARD_LEAD), "resume").staging("memo"), 20);
            case "DISPOSING" ->
                done(
                        by(asker(Role.DATA_STEWARD), "dispose")
                                .with("method", "DESTROYED")
                                .with("dpo", "S00000009")
                                .staging("disposal"),
                        20);
            default -> Optional.empty();
        };
    }

    private Optional<Instant> done(Act act, int hours) {
        act.accepted();
        return desk.hours(hours);
    }

    private Optional<Instant> answer() {
        desk.intruder()
                .mustBeRefused(
                        by(asker(Role.DATA_STEWARD_LEAD), "agree")
                                .with("conditionsCode", "LOGGED")
                                .staging("conditions"),
                        RefusalCode.WRONG_DEPARTMENT);
        if (conditional && desk.chance().percent(20)) {
            return done(
                    by(holder(Role.DATA_STEWARD_LEAD), "refuse")
                            .with("reasonCode", "NO_BASIS")
                            .with("remedyId", "remedy-share-1")
                            .staging("reasons"),
                    20);
        }
        return done(
                by(holder(Role.DATA_STEWARD_LEAD), "agree")
                        .with("conditionsCode", "LOGGED")
                        .staging("conditions"),
                20);
    }

    private Optional<Instant> use() {
        if (used++ < DAYS_OF_USE) {
            by(asker(Role.DATA_STEWARD), "recordUse")
                    .with("root", "a".repeat(64))
                    .with("given", 12L)
                    .with("denied", 1L)
                    .accepted();
            return desk.days(2);
        }
        if (used == DAYS_OF_USE + 1 && desk.chance().percent(30)) {
            return done(
                    by(holder(Role.DATA_STEWARD_LEAD), "suspend")
                            .with("reasonCode", "MISUSE")
                            .staging("evidence"),
                    20);
        }
        return done(by(asker(Role.DATA_STEWARD_LEAD), "finish").with("cause", "PURPOSE_MET"), 20);
    }
}
