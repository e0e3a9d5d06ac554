package org.countyledger.domain.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.testing.Officers;

/** Who works in the county: thirteen departments, and in every town clerks, leads and a worker for each grid. */
final class Cadre {
    private static final String CIVIL = "civil-affairs";
    /** Department to organisation; audit handles no grievance. */
    static final Map<String, String> DEPARTMENTS = Map.ofEntries(
            Map.entry(CIVIL, Officers.CIVIL_AFFAIRS),
            Map.entry("human-resources", Officers.CIVIL_AFFAIRS),
            Map.entry("medical-insurance", Officers.CIVIL_AFFAIRS),
            Map.entry("health", Officers.CIVIL_AFFAIRS),
            Map.entry("education", Officers.CIVIL_AFFAIRS),
            Map.entry("finance", Officers.CIVIL_AFFAIRS),
            Map.entry("grid-centre", Officers.GOVERNANCE),
            Map.entry("petitions", Officers.GOVERNANCE),
            Map.entry("public-security", Officers.GOVERNANCE),
            Map.entry("market-regulation", Officers.GOVERNANCE),
            Map.entry("ecology", Officers.ECOLOGY),
            Map.entry("natural-resources", Officers.ECOLOGY),
            Map.entry("audit", Officers.AUDIT));

    private static final int CLERKS = 4;
    private static final int SEVERAL = 3;

    private final Map<String, List<Actor>> desks = new HashMap<>();
    private final List<String> towns = new ArrayList<>();
    private final Map<String, List<String>> grids = new HashMap<>();
    private int staff;

    Cadre(Scale scale) {
        for (int town = 1; town <= scale.towns(); town++) {
            settle("330127%03d".formatted(100 + town), scale.gridsPerTown());
        }
        for (String department : DEPARTMENTS.keySet().stream().sorted().toList()) {
            staffDepartment(department);
        }
        for (String department : List.of(CIVIL, "medical-insurance")) {
            hire(SEVERAL, Role.COUNTY_REVIEWER, department);
            hire(SEVERAL, Role.COUNTY_DECIDER, department);
        }
        hire(SEVERAL, Role.FINANCE_OFFICER, "finance");
        hire(SEVERAL, Role.FINANCE_CHECKER, "finance");
        for (Role role : List.of(Role.PETITION_REGISTRAR, Role.SUPERVISOR, Role.SUPERIOR_ORGAN_CLERK)) {
            hire(SEVERAL, role, "petitions");
        }
        hire(1, Role.GRID_LEAD, "grid-centre");
        hire(SEVERAL, Role.AUDITOR, "audit");
    }

    private void settle(String town, int gridCount) {
        towns.add(town);
        for (int n = 0; n < CLERKS; n++) {
            hire(Role.TOWN_CLERK, CIVIL, Optional.of(town), Optional.empty());
        }
        for (int n = 0; n < SEVERAL; n++) {
            hire(Role.TOWN_LEAD, CIVIL, Optional.of(town), Optional.empty());
        }
        for (int n = 1; n <= gridCount; n++) {
            String grid = town + "%03d".formatted(n);
            grids.computeIfAbsent(town, unused -> new ArrayList<>()).add(grid);
            hire(Role.GRID_WORKER, "grid-centre", Optional.of(town), Optional.of(grid));
        }
    }

    private void staffDepartment(String department) {
        hire(SEVERAL, Role.CASE_OFFICER, department);
        hire(SEVERAL, Role.CASE_OFFICER_LEAD, department);
    }

    private void hire(int count, Role role, String department) {
        for (int n = 0; n < count; n++) {
            hire(role, department, Optional.empty(), Optional.empty());
        }
    }

    private void hire(Role role, String department, Optional<String> town, Optional<String> grid) {
        Actor actor = new Actor(
                Objects.requireNonNull(DEPARTMENTS.get(department)),
                role,
                Optional.of(department),
                Optional.of("S%07d".formatted(++staff)),
                town,
                grid);
        desks.computeIfAbsent(desk(role, town.orElse(department)), unused -> new ArrayList<>())
                .add(actor);
    }

    private static String desk(Role role, String place) {
        return role + "@" + place;
    }

    List<String> towns() {
        return List.copyOf(towns);
    }

    List<String> grids(String town) {
        return grids.getOrDefault(town, List.of());
    }

    /** Officers of this role in a town or a department. */
    List<Actor> at(Role role, String place) {
        return desks.getOrDefault(desk(role, place), List.of());
    }

    /** Everybody, in one order. */
    List<Actor> all() {
        return desks.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(desk -> desk.getValue().stream())
                .toList();
    }
}
