package org.countyledger.domain.simulation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.engine.Decision;
import org.countyledger.domain.engine.Decision.Refused;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Staged;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.Plausible;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;

/** Dishonest officers and strangers: each tries what is forbidden, with arguments in order, and must be refused. */
final class Intruder {
    private static final String ELSEWHERE = "330127999";
    private static final ResidentKey STRANGER = ResidentKey.of("a stranger");

    private final TestCounty county;
    private final Chance chance;
    private final int oneIn;
    private final Plausible plausible;
    private final SortedMap<RefusalCode, Long> refusals = new TreeMap<>();

    Intruder(TestCounty county, Chance chance, int oneIn) {
        this.county = county;
        this.chance = chance;
        this.oneIn = oneIn;
        this.plausible = new Plausible(chance.random());
    }

    /** Now and then, everything. */
    void maybeTry(Target target, ResidentKey resident) {
        if (chance.below(oneIn) == 0) {
            tryWhatNoRowAllows(target);
            tryFromElsewhere(target);
            tryInTheResidentsName(target, resident);
            tryAnOldCommand(target);
        }
    }

    /** Every action by every role that no row of this state gives it. */
    private void tryWhatNoRowAllows(Target target) {
        Header header = county.header(target);
        Lifecycle table = county.engine().tables().of(header.kind());
        for (String action : table.rows().stream().map(Row::action).distinct().toList()) {
            List<Row> rows = table.rows(action, Optional.of(header.state()));
            for (Role role : Role.values()) {
                if (rows.stream().noneMatch(row -> mayTake(row, role))) {
                    Row any = rows.isEmpty() ? first(table, action) : rows.getFirst();
                    mustBeRefused(
                            attempt(Officers.officer(role, 99), target, any),
                            RefusalCode.ILLEGAL_TRANSITION,
                            RefusalCode.ROLE_NOT_ALLOWED);
                }
            }
        }
    }

    private static Row first(Lifecycle table, String action) {
        return table.rows().stream()
                .filter(row -> row.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private static boolean mayTake(Row row, Role role) {
        return row.who().stream().anyMatch(who -> switch (who) {
            case Who.Holder holder -> holder.role() == role;
            case Who.HolderIf holder -> holder.role() == role;
            case Who.HolderAt holder -> holder.role() == role;
            case Who.Key key -> role == Role.CONDUIT;
            case Who.OpenedBy rules -> false;
            case Who.HandlingOfficer officer -> role.isOfficer();
            case Who.AnyHand hand -> false;
            case Who.AnyOfficer officer -> role.isOfficer();
            case Who.Anyone anyone -> true;
        });
    }

    private Act attempt(Actor actor, Target target, Row row) {
        Act act = county.by(actor, target)
                .does(row.action()
                        + row.passage().variant().map(word -> ":" + word).orElse(""))
                .with(plausible.fields(row.arguments().fields()));
        return act.staging(row.arguments().staged().stream().map(Staged::group).toArray(String[]::new));
    }

    /** The right role of another town. */
    private void tryFromElsewhere(Target target) {
        Header header = county.header(target);
        if (header.founding().townCode().isEmpty()) {
            return;
        }
        for (Row row : county.engine().tables().of(header.kind()).rowsFrom(header.state())) {
            for (Role role : List.of(Role.TOWN_CLERK, Role.TOWN_LEAD)) {
                if (row.who().equals(List.of(new Who.Holder(role)))) {
                    mustBeRefused(
                            attempt(Officers.inTown(ELSEWHERE, Officers.officer(role, 98)), target, row),
                            RefusalCode.WRONG_AREA,
                            RefusalCode.ILLEGAL_TRANSITION);
                }
            }
        }
    }

    /** What only a key may do: without one, and with somebody else's. */
    private void tryInTheResidentsName(Target target, ResidentKey resident) {
        Header header = county.header(target);
        for (Row row : county.engine().tables().of(header.kind()).rowsFrom(header.state())) {
            boolean byHolder = row.who().stream()
                    .anyMatch(who -> who instanceof Who.Key key && key.roles().contains(KeyRole.HOLDER));
            if (byHolder && !row.action().equals("addKey")) {
                mustBeRefused(
                        attempt(Officers.CONDUIT, target, row),
                        RefusalCode.SIGNATURE_REQUIRED,
                        RefusalCode.ILLEGAL_TRANSITION);
                mustBeRefused(
                        attempt(Officers.CONDUIT, target, row).signedBy(KeyRole.HOLDER, STRANGER),
                        RefusalCode.KEY_UNKNOWN,
                        RefusalCode.ILLEGAL_TRANSITION);
                mustBeRefused(
                        attempt(Officers.CONDUIT, target, row)
                                .signedBy(KeyRole.HOLDER, resident)
                                .signedFor("another channel"),
                        RefusalCode.SIGNATURE_INVALID,
                        RefusalCode.KEY_UNKNOWN,
                        RefusalCode.ILLEGAL_TRANSITION);
            }
        }
    }

    /** A step that was seen before the last one, and one that comes too late. */
    private void tryAnOldCommand(Target target) {
        Header header = county.header(target);
        Act old = county.by(Officers.CONDUIT, target).does("comment").expecting(header.seq() - 1);
        mustBeRefused(old, RefusalCode.STALE_SEQ, RefusalCode.ALREADY_EXISTS);
        Instant past = county.now().minusSeconds(1);
        mustBeRefused(county.by(Officers.CONDUIT, target).does("comment").notAfter(past), RefusalCode.COMMAND_EXPIRED);
    }

    /** Fails unless the act is refused, for one of these reasons. */
    void mustBeRefused(Act act, RefusalCode... codes) {
        Decision decision = act.decided();
        if (!(decision instanceof Refused refused)
                || !Arrays.asList(codes).contains(refused.refusal().code())) {
            throw new AssertionError("should be one of " + Arrays.toString(codes) + " and is " + decision);
        }
        refusals.merge(refused.refusal().code(), 1L, Long::sum);
    }

    /** How often which refusal was met. */
    SortedMap<RefusalCode, Long> refusals() {
        return refusals;
    }
}
