package org.countyledger.domain.actor;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.countyledger.domain.policy.County;

/** Which organisation, department and area each role acts from (domain.md 3.7). */
public final class Placement {
    private static final String CIVIL_AFFAIRS = "CivilAffairsMSP";
    private static final String GOVERNANCE = "GovernanceMSP";
    private static final String ECOLOGY = "EcologyMSP";
    private static final String AUDIT = "AuditMSP";

    private static final Map<Role, Placement> BY_ROLE = new EnumMap<>(Map.ofEntries(
            Map.entry(Role.CONDUIT, anywhere()),
            Map.entry(Role.SYSTEM_TIMER, anywhere()),
            Map.entry(Role.TOWN_CLERK, in(CIVIL_AFFAIRS, "civil-affairs").of(Area.TOWN)),
            Map.entry(Role.TOWN_LEAD, in(CIVIL_AFFAIRS, "civil-affairs").of(Area.TOWN)),
            Map.entry(Role.COUNTY_REVIEWER, in(CIVIL_AFFAIRS).of(Area.HANDLING_DEPARTMENT)),
            Map.entry(Role.COUNTY_DECIDER, in(CIVIL_AFFAIRS).of(Area.HANDLING_DEPARTMENT)),
            Map.entry(Role.FINANCE_OFFICER, in(CIVIL_AFFAIRS, "finance")),
            Map.entry(Role.FINANCE_CHECKER, in(CIVIL_AFFAIRS, "finance")),
            Map.entry(Role.NEEDS_OFFICER, in(CIVIL_AFFAIRS, "civil-affairs", "health")),
            Map.entry(Role.CONTRACT_MANAGER, in(CIVIL_AFFAIRS, "civil-affairs", "health")),
            Map.entry(Role.PROVIDER, in(CIVIL_AFFAIRS)),
            Map.entry(Role.GRID_WORKER, in(GOVERNANCE, "grid-centre").of(Area.GRID_OR_TOWN)),
            Map.entry(Role.GRID_LEAD, in(GOVERNANCE, "grid-centre")),
            Map.entry(Role.PETITION_REGISTRAR, in(GOVERNANCE, "petitions", "grid-centre")),
            Map.entry(Role.SUPERVISOR, in(GOVERNANCE, "petitions", "grid-centre")),
            Map.entry(Role.SUPERIOR_ORGAN_CLERK, in(GOVERNANCE, "petitions")),
            Map.entry(Role.CASE_OFFICER, anywhere().of(Area.HANDLING_DEPARTMENT)),
            Map.entry(Role.CASE_OFFICER_LEAD, anywhere().of(Area.HANDLING_DEPARTMENT)),
            Map.entry(Role.MEDIATION_CLERK, in(GOVERNANCE, "grid-centre")),
            Map.entry(Role.MEDIATOR, in(GOVERNANCE, "grid-centre")),
            Map.entry(Role.SURVEY_MANAGER, in(GOVERNANCE, "grid-centre")),
            Map.entry(Role.SURVEY_ISSUER, in(GOVERNANCE, "grid-centre")),
            Map.entry(Role.PILOT_MANAGER, in(GOVERNANCE, "grid-centre")),
            Map.entry(Role.SURVEY_TALLY, in(AUDIT, "audit")),
            Map.entry(Role.AUDITOR, in(AUDIT, "audit")),
            Map.entry(Role.AUDIT_LEAD, in(AUDIT, "audit")),
            Map.entry(Role.ENV_DUTY, in(ECOLOGY, "ecology")),
            Map.entry(Role.ENV_INSPECTOR, in(ECOLOGY, "ecology")),
            Map.entry(Role.SENSOR_INSTALLER, in(ECOLOGY, "ecology")),
            Map.entry(Role.CALIBRATOR, in(GOVERNANCE, "market-regulation")),
            Map.entry(Role.ORACLE_NODE, anywhere()),
            Map.entry(
                    Role.SCORING_NODE,
                    new Placement(Set.of(GOVERNANCE, AUDIT), Set.of("petitions", "audit"), Area.ANY)),
            Map.entry(Role.MODEL_AUTHOR, in(GOVERNANCE)),
            Map.entry(Role.MODEL_VALIDATOR, anywhere()),
            Map.entry(Role.MODEL_SPONSOR, anywhere()),
            Map.entry(Role.DATA_STEWARD, anywhere()),
            Map.entry(Role.DATA_STEWARD_LEAD, anywhere()),
            Map.entry(Role.DPO, anywhere()),
            Map.entry(Role.DATA_AUTHORITY, in(GOVERNANCE, "grid-centre")),
            Map.entry(Role.POLICY_OFFICER, anywhere()),
            Map.entry(Role.POLICY_RATIFIER, anywhere())));

    /** What of the record must be the officer's own. */
    private enum Area {
        ANY,
        TOWN,
        GRID_OR_TOWN,
        HANDLING_DEPARTMENT
    }

    /**
     * What a record says about who may act on it.
     *
     * @param handlingOrg MSP id
     */
    public record Scope(
            Optional<String> handlingOrg,
            Optional<String> handlingDept,
            Optional<String> town,
            Optional<String> grid) {}

    /** Why an actor is out of place. */
    public enum Mismatch {
        DEPARTMENT,
        AREA
    }

    private final Set<String> organizations;
    private final Set<String> departments;
    private final Area area;

    private Placement(Set<String> organizations, Set<String> departments, Area area) {
        this.organizations = organizations;
        this.departments = departments;
        this.area = area;
    }

    private static Placement anywhere() {
        return new Placement(Set.of(), Set.of(), Area.ANY);
    }

    private static Placement in(String organization, String... departments) {
        return new Placement(Set.of(organization), Set.of(departments), Area.ANY);
    }

    private Placement of(Area newArea) {
        return new Placement(organizations, departments, newArea);
    }

    /**
     * Compares certificate, role and record.
     *
     * @param county looked up only for roles that any department has
     */
    public static Optional<Mismatch> mismatch(Actor actor, Scope scope, Supplier<Optional<County>> county) {
        Placement placement = BY_ROLE.getOrDefault(actor.role(), anywhere());
        if (placement.area == Area.HANDLING_DEPARTMENT) {
            return placement.hasDepartment(actor)
                    ? placement.areaMismatch(actor, scope)
                    : Optional.of(Mismatch.DEPARTMENT);
        }
        return mismatch(actor, county).or(() -> placement.areaMismatch(actor, scope));
    }

    /** Whether an organisation can have officers of this role who are in place on such a record. */
    public static boolean isPossible(Role role, String mspId, Scope scope) {
        Placement placement = BY_ROLE.getOrDefault(role, anywhere());
        return placement.area == Area.HANDLING_DEPARTMENT
                ? scope.handlingOrg().equals(Optional.of(mspId))
                : placement.organizations.isEmpty() || placement.organizations.contains(mspId);
    }

    /** As above, where the record's department and area do not matter. */
    public static Optional<Mismatch> mismatch(Actor actor, Supplier<Optional<County>> county) {
        Placement placement = BY_ROLE.getOrDefault(actor.role(), anywhere());
        return unless(placement.hasDepartment(actor) && placement.isDepartmentsOwn(actor, county), Mismatch.DEPARTMENT);
    }

    /** An organisation certifies officers of its own departments only. */
    private boolean isDepartmentsOwn(Actor actor, Supplier<Optional<County>> county) {
        if (!actor.role().isOfficer() || !organizations.isEmpty()) {
            return true;
        }
        Optional<County> known = county.get();
        return known.isEmpty()
                || actor.department()
                        .flatMap(known.get()::organizationOf)
                        .filter(actor.mspId()::equals)
                        .isPresent();
    }

    private boolean hasDepartment(Actor actor) {
        boolean organization = organizations.isEmpty() || organizations.contains(actor.mspId());
        boolean department = departments.isEmpty()
                || actor.department().filter(departments::contains).isPresent();
        return organization && department;
    }

    private Optional<Mismatch> areaMismatch(Actor actor, Scope scope) {
        return switch (area) {
            case ANY -> Optional.empty();
            case TOWN -> unless(same(actor.town(), scope.town()), Mismatch.AREA);
            case GRID_OR_TOWN ->
                unless(
                        scope.grid().isPresent() ? same(actor.grid(), scope.grid()) : same(actor.town(), scope.town()),
                        Mismatch.AREA);
            case HANDLING_DEPARTMENT ->
                unless(
                        same(actor.department(), scope.handlingDept())
                                && scope.handlingOrg()
                                        .filter(actor.mspId()::equals)
                                        .isPresent(),
                        Mismatch.DEPARTMENT);
        };
    }

    private static boolean same(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.equals(other);
    }

    private static Optional<Mismatch> unless(boolean fine, Mismatch mismatch) {
        return fine ? Optional.empty() : Optional.of(mismatch);
    }
}
