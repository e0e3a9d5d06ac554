package org.countyledger.domain.testing;

import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;

/** Officers and machines of the test county, each where its role belongs. */
public final class Officers {
    public static final String CIVIL_AFFAIRS = "CivilAffairsMSP";
    public static final String GOVERNANCE = "GovernanceMSP";
    public static final String ECOLOGY = "EcologyMSP";
    public static final String AUDIT = "AuditMSP";
    public static final String TOWN = "330127101";
    public static final String GRID = "330127101007";

    public static final Actor TOWN_CLERK = officer(Role.TOWN_CLERK, 1);
    public static final Actor SECOND_TOWN_CLERK = officer(Role.TOWN_CLERK, 2);
    public static final Actor TOWN_LEAD = officer(Role.TOWN_LEAD, 1);
    public static final Actor COUNTY_REVIEWER = officer(Role.COUNTY_REVIEWER, 1);
    public static final Actor COUNTY_DECIDER = officer(Role.COUNTY_DECIDER, 1);
    public static final Actor FINANCE_OFFICER = officer(Role.FINANCE_OFFICER, 1);
    public static final Actor FINANCE_CHECKER = officer(Role.FINANCE_CHECKER, 1);
    public static final Actor POLICY_OFFICER = officer(Role.POLICY_OFFICER, 1);
    public static final Actor POLICY_RATIFIER = at(AUDIT, "audit", officer(Role.POLICY_RATIFIER, 1));
    public static final Actor CONDUIT = Actor.machine(CIVIL_AFFAIRS, Role.CONDUIT);
    public static final Actor TIMER = timerOf(CIVIL_AFFAIRS);

    private Officers() {}

    public static Actor timerOf(String organization) {
        return Actor.machine(organization, Role.SYSTEM_TIMER);
    }

    /** The {@code n}th officer of a role, or a machine with it. */
    public static Actor officer(Role role, int n) {
        String organization = organization(role);
        return role.isOfficer()
                ? new Actor(
                        organization,
                        role,
                        Optional.of(department(role)),
                        Optional.of(
                                "S%06d%02d".formatted(Math.floorMod(role.name().hashCode(), 1_000_000), n)),
                        Optional.of(TOWN),
                        Optional.of(GRID))
                : Actor.machine(organization, role);
    }

    /** The same person in another role, which no certificate authority should allow and every row must notice. */
    public static Actor inRole(Role role, Actor person) {
        Actor other = officer(role, 1);
        return new Actor(other.mspId(), role, other.department(), person.staff(), other.town(), other.grid());
    }

    public static Actor at(String organization, String department, Actor actor) {
        return new Actor(
                organization, actor.role(), Optional.of(department), actor.staff(), actor.town(), actor.grid());
    }

    public static Actor inTown(String town, Actor actor) {
        return new Actor(
                actor.mspId(), actor.role(), actor.department(), actor.staff(), Optional.of(town), actor.grid());
    }

    private static String organization(Role role) {
        return switch (role) {
            case TOWN_CLERK,
                    TOWN_LEAD,
                    COUNTY_REVIEWER,
                    COUNTY_DECIDER,
                    FINANCE_OFFICER,
                    FINANCE_CHECKER,
                    NEEDS_OFFICER,
                    CONTRACT_MANAGER,
                    PROVIDER,
                    CONDUIT,
                    SYSTEM_TIMER -> CIVIL_AFFAIRS;
            case SURVEY_TALLY, AUDITOR, AUDIT_LEAD, MODEL_VALIDATOR -> AUDIT;
            case ENV_DUTY, ENV_INSPECTOR, SENSOR_INSTALLER, ORACLE_NODE -> ECOLOGY;
            default -> GOVERNANCE;
        };
    }

    private static String department(Role role) {
        return switch (role) {
            case TOWN_CLERK, TOWN_LEAD, COUNTY_REVIEWER, COUNTY_DECIDER, NEEDS_OFFICER, CONTRACT_MANAGER, PROVIDER ->
                "civil-affairs";
            case FINANCE_OFFICER, FINANCE_CHECKER -> "finance";
            case SUPERVISOR, SUPERIOR_ORGAN_CLERK, PETITION_REGISTRAR -> "petitions";
            case CALIBRATOR -> "market-regulation";
            case SURVEY_TALLY, AUDITOR, AUDIT_LEAD, MODEL_VALIDATOR -> "audit";
            case ENV_DUTY, ENV_INSPECTOR, SENSOR_INSTALLER -> "ecology";
            default -> "grid-centre";
        };
    }
}
