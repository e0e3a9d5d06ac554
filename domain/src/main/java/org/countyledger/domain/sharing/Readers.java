package org.countyledger.domain.sharing;

import static org.countyledger.domain.actor.Role.AUDITOR;
import static org.countyledger.domain.actor.Role.AUDIT_LEAD;
import static org.countyledger.domain.actor.Role.CASE_OFFICER;
import static org.countyledger.domain.actor.Role.CASE_OFFICER_LEAD;
import static org.countyledger.domain.actor.Role.CONTRACT_MANAGER;
import static org.countyledger.domain.actor.Role.COUNTY_DECIDER;
import static org.countyledger.domain.actor.Role.COUNTY_REVIEWER;
import static org.countyledger.domain.actor.Role.DATA_AUTHORITY;
import static org.countyledger.domain.actor.Role.DATA_STEWARD;
import static org.countyledger.domain.actor.Role.DATA_STEWARD_LEAD;
import static org.countyledger.domain.actor.Role.ENV_DUTY;
import static org.countyledger.domain.actor.Role.ENV_INSPECTOR;
import static org.countyledger.domain.actor.Role.FINANCE_CHECKER;
import static org.countyledger.domain.actor.Role.FINANCE_OFFICER;
import static org.countyledger.domain.actor.Role.GRID_LEAD;
import static org.countyledger.domain.actor.Role.GRID_WORKER;
import static org.countyledger.domain.actor.Role.MEDIATION_CLERK;
import static org.countyledger.domain.actor.Role.MEDIATOR;
import static org.countyledger.domain.actor.Role.NEEDS_OFFICER;
import static org.countyledger.domain.actor.Role.PETITION_REGISTRAR;
import static org.countyledger.domain.actor.Role.SUPERIOR_ORGAN_CLERK;
import static org.countyledger.domain.actor.Role.SUPERVISOR;
import static org.countyledger.domain.actor.Role.TOWN_CLERK;
import static org.countyledger.domain.actor.Role.TOWN_LEAD;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Placement;
import org.countyledger.domain.actor.Placement.Scope;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.policy.County;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/**
 * Who may read private groups (domain.md 5): the roles that work on such records, placed as for their work, those that
 * oversee them, and by their key the residents whose record it is. Whoever is not named may not.
 */
public final class Readers {
    private static final Map<Kind, Set<Role>> OFFICERS = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    Kind.WELFARE_APPLICATION,
                    EnumSet.of(TOWN_CLERK, TOWN_LEAD, COUNTY_REVIEWER, COUNTY_DECIDER, AUDITOR, SUPERIOR_ORGAN_CLERK)),
            Map.entry(
                    Kind.GRIEVANCE,
                    EnumSet.of(
                            PETITION_REGISTRAR,
                            GRID_WORKER,
                            CASE_OFFICER,
                            CASE_OFFICER_LEAD,
                            SUPERVISOR,
                            SUPERIOR_ORGAN_CLERK)),
            Map.entry(Kind.MEDIATION, EnumSet.of(MEDIATOR, MEDIATION_CLERK)),
            Map.entry(Kind.EXCEEDANCE, EnumSet.of(GRID_WORKER, ENV_DUTY, ENV_INSPECTOR)),
            Map.entry(Kind.SERVICE_NEED, EnumSet.of(NEEDS_OFFICER)),
            Map.entry(Kind.PPP_CONTRACT, EnumSet.of(CONTRACT_MANAGER, AUDITOR)),
            Map.entry(Kind.PERFORMANCE_REPORT, EnumSet.of(CONTRACT_MANAGER, AUDITOR)),
            Map.entry(Kind.APPOINTMENT, EnumSet.of(CONTRACT_MANAGER, AUDITOR)),
            Map.entry(Kind.AUDIT_ENGAGEMENT, EnumSet.of(AUDITOR, AUDIT_LEAD)),
            Map.entry(Kind.AUDIT_FINDING, EnumSet.of(AUDITOR, AUDIT_LEAD, CASE_OFFICER_LEAD)),
            Map.entry(Kind.RISK_SCORE, EnumSet.of(CASE_OFFICER, CASE_OFFICER_LEAD, GRID_LEAD, SUPERVISOR, AUDITOR)),
            Map.entry(Kind.DATA_SHARE_REQUEST, EnumSet.of(DATA_STEWARD, DATA_STEWARD_LEAD, DATA_AUTHORITY)),
            Map.entry(Kind.CORRECTION_REQUEST, EnumSet.of(DATA_STEWARD, DATA_AUTHORITY)),
            Map.entry(Kind.NOTICE, EnumSet.of(TOWN_CLERK, TOWN_LEAD, SUPERVISOR, AUDITOR)),
            Map.entry(Kind.DISBURSEMENT, EnumSet.of(FINANCE_OFFICER, FINANCE_CHECKER, COUNTY_DECIDER, AUDITOR)),
            Map.entry(Kind.CONFLICT_DECLARATION, EnumSet.of(SUPERVISOR))));

    /**
     * Roles that find a group of several records beside their inbox. Not the leads: who has seen a score does not judge an
     * objection to it.
     */
    private static final Map<Kind, Set<Role>> LISTS =
            new EnumMap<>(Map.of(Kind.RISK_SCORE, EnumSet.of(CASE_OFFICER, GRID_LEAD, SUPERVISOR)));

    private static final Set<String> LISTED = Set.of("score");

    private static final Set<Role> PAYERS = EnumSet.of(FINANCE_OFFICER, FINANCE_CHECKER);
    private static final Set<String> PAID = Set.of("amount", "decision");

    /** What was sent by the resident or is addressed to the resident; never what third parties said. */
    private static final Map<Kind, Set<String>> RESIDENTS = new EnumMap<>(Map.of(
            Kind.WELFARE_APPLICATION,
                    Set.of(
                            "form",
                            "consent",
                            "mandate",
                            "list",
                            "checkList",
                            "opinion",
                            "decision",
                            "amount",
                            "letter",
                            "proposal",
                            "answer",
                            "hearing",
                            "change",
                            "dispute",
                            "request"),
            Kind.GRIEVANCE,
                    Set.of(
                            "text",
                            "identity",
                            "mandate",
                            "receiptNotice",
                            "reply",
                            "opinion",
                            "letter",
                            "material",
                            "reason",
                            "remark",
                            "request",
                            "proof"),
            Kind.DISBURSEMENT, Set.of("amount", "detail"),
            Kind.RISK_SCORE, Set.of("score", "explanation")));

    private Readers() {}

    /** Whether this officer may read the group of the record. */
    public static boolean include(Header record, String group, Actor actor, Supplier<Optional<County>> county) {
        return roles(record, group).contains(actor.role())
                && Placement.mismatch(actor, scope(record), county).isEmpty();
    }

    /** Whether this officer may read it among those of other records. */
    public static boolean includeInList(Header record, String group, Actor actor, Supplier<Optional<County>> county) {
        return LISTED.contains(group)
                && LISTS.getOrDefault(record.kind(), Set.of()).contains(actor.role())
                && include(record, group, actor, county);
    }

    /** Whether any role of the organisation may. */
    public static boolean includeOrganization(Header record, String group, String mspId) {
        return roles(record, group).stream().anyMatch(role -> Placement.isPossible(role, mspId, scope(record)));
    }

    /** Whether the holder of a key of the record may, also of its parent where the record has none of its own. */
    public static boolean includeResident(Header record, String group) {
        return RESIDENTS.getOrDefault(record.kind(), Set.of()).contains(group);
    }

    private static Set<Role> roles(Header record, String group) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(OFFICERS.getOrDefault(record.kind(), Set.of()));
        if (record.kind() == Kind.WELFARE_APPLICATION && PAID.contains(group)) {
            roles.addAll(PAYERS);
        }
        if (record.kind() == Kind.GRIEVANCE && group.equals("identity") && !isOpen(record)) {
            roles.retainAll(EnumSet.of(PETITION_REGISTRAR));
        }
        return roles;
    }

    /** Whether the petitioner appears under his own name before the handling department. */
    private static boolean isOpen(Header grievance) {
        return grievance.fields().text("mode").equals(Optional.of("REAL"));
    }

    private static Scope scope(Header record) {
        return new Scope(
                record.handling().org(),
                record.handling().dept(),
                record.founding().townCode(),
                record.fields().text("grid"));
    }
}
