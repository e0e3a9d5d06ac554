package org.countyledger.domain.support;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.support.PolicyState.PROPOSED;
import static org.countyledger.domain.support.PolicyState.RATIFIED;
import static org.countyledger.domain.support.PolicyState.SUPERSEDED;
import static org.countyledger.domain.support.PolicyState.WITHDRAWN;

import java.util.regex.Pattern;
import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.policy.Purpose;
import org.countyledger.domain.record.Kind;

/** Policy 政策: the numbers of the law and the county, as records that two organisations agree on. */
public final class PolicyTable {
    private static final int MAX_ENTRIES = 500;

    private static final Field[] TEXT = {
        field("policy", new FieldType.Text("a prefix of lower-case letters", Pattern.compile("[a-z]{2,20}"))),
        field("version", new FieldType.Whole(1, Integer.MAX_VALUE)),
        oneOf("purpose", Purpose.class),
        field("effectiveFrom", FieldType.INSTANT),
        field("appliesToOpen", FieldType.FLAG),
        field(
                "entries",
                new FieldType.Named(
                        Pattern.compile("[a-z0-9][A-Za-z0-9_.]{0,79}"), MAX_ENTRIES, new FieldType.Guarded()))
    };

    public static final Lifecycle TABLE = lifecycle(
            Kind.POLICY,
            PolicyState.class,
            "R30",
            rows(
                    row("K01")
                            .creates()
                            .action("propose")
                            .to(PROPOSED)
                            .by(Role.POLICY_OFFICER)
                            .hand(Duty.PROPOSE)
                            .when(
                                    PolicyGuards.idIsPolicyAndVersion(),
                                    PolicyGuards.countyComesFirst(),
                                    PolicyGuards.versionIsNext(),
                                    PolicyGuards.textIsWhole(),
                                    PolicyGuards.purposeIsAllowed(),
                                    PolicyGuards.demonstrationNeverChanges(),
                                    PolicyGuards.notRetroactive())
                            .shows(TEXT)
                            .does(PolicyGuards::rememberProposer),
                    row("K02")
                            .from(PROPOSED)
                            .action("ratify")
                            .to(RATIFIED)
                            .by(Role.POLICY_RATIFIER)
                            .hand(Duty.RATIFY)
                            .separate(Separation.S7)
                            .when(
                                    PolicyGuards.byAnotherOrganization(),
                                    PolicyGuards.documentForLaw(),
                                    PolicyGuards.stillNext())
                            .shows(field("documentDigest", FieldType.DIGEST).optional())
                            .does(PolicyGuards::putInForce),
                    row("K03")
                            .from(PROPOSED)
                            .action("withdraw")
                            .to(WITHDRAWN)
                            .by(Role.POLICY_OFFICER)
                            .hand(Duty.PROPOSE)
                            .separate(Separation.S7),
                    row("K05")
                            .from(WITHDRAWN)
                            .action("proposeAgain")
                            .to(PROPOSED)
                            .by(Role.POLICY_OFFICER)
                            .hand(Duty.PROPOSE)
                            .separate(Separation.S7)
                            .when(
                                    PolicyGuards.idIsPolicyAndVersion(),
                                    PolicyGuards.countyComesFirst(),
                                    PolicyGuards.versionIsNext(),
                                    PolicyGuards.textIsWhole(),
                                    PolicyGuards.purposeIsAllowed(),
                                    PolicyGuards.demonstrationNeverChanges(),
                                    PolicyGuards.notRetroactive())
                            .shows(TEXT)
                            .does(PolicyGuards::rememberProposer),
                    row("K04")
                            .from(RATIFIED)
                            .action("supersede")
                            .to(SUPERSEDED)
                            .byTimer()
                            .when(PolicyGuards.laterVersionIsEffective())
                            .notBefore((header, records) -> PolicyGuards.effectOfNext(header, records))));

    private PolicyTable() {}
}
