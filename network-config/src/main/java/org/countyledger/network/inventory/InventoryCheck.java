package org.countyledger.network.inventory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countyledger.domain.actor.Role;

/** Whether what one part of the inventory names is in another; a complaint begins with the place in the file. */
final class InventoryCheck {
    private InventoryCheck() {}

    /** What an officer can belong to. */
    record Places(Map<String, String> organizationOf, Set<String> towns, Set<String> grids) {
        static Places of(Stream<Department> departments, List<Town> towns) {
            return new Places(
                    departments.collect(Collectors.toMap(Department::id, Department::organization)),
                    towns.stream().map(Town::code).collect(Collectors.toSet()),
                    towns.stream()
                            .flatMap(town -> town.grids().stream())
                            .map(Town.Grid::code)
                            .collect(Collectors.toSet()));
        }

        String mspOf(String department) {
            return Objects.requireNonNull(organizationOf.get(department));
        }
    }

    static void organizations(List<Organization> organizations) {
        refuse(organizations.isEmpty(), "organizations", "at least one organisation is needed");
        once("organizations", "mspId", organizations.stream().map(Organization::mspId));
    }

    static void departments(
            List<Organization> organizations, List<Department> departments, List<Department> providers) {
        Set<String> known = organizations.stream().map(Organization::mspId).collect(Collectors.toSet());
        belong("departments", departments, known);
        belong("providers", providers, known);
        for (int i = 0; i < providers.size(); i++) {
            String id = providers.get(i).id();
            refuse(
                    !id.startsWith("provider-"),
                    "providers[" + i + "].id",
                    "'" + id + "' does not begin with provider-");
        }
        for (int i = 0; i < departments.size(); i++) {
            String id = departments.get(i).id();
            refuse(Department.isProvider(id), "departments[" + i + "].id", "'" + id + "' begins with provider-");
        }
        once("departments", "id", departments.stream().map(Department::id));
        once("providers", "id", providers.stream().map(Department::id));
    }

    private static void belong(String list, List<Department> departments, Set<String> organizations) {
        for (int i = 0; i < departments.size(); i++) {
            String organization = departments.get(i).organization();
            refuse(
                    !organizations.contains(organization),
                    list + "[" + i + "].organization",
                    "there is no organisation " + organization);
        }
    }

    static void towns(County county, List<Town> towns) {
        once("towns", "code", towns.stream().map(Town::code));
        for (int i = 0; i < towns.size(); i++) {
            Town town = towns.get(i);
            refuse(
                    !town.code().startsWith(county.code()),
                    "towns[" + i + "].code",
                    town.code() + " does not begin with the county's code " + county.code());
            once("towns[" + i + "].grids", "code", town.grids().stream().map(Town.Grid::code));
        }
    }

    static void machines(List<Organization> organizations, List<Department> departments) {
        Map<String, String> organizationOf =
                departments.stream().collect(Collectors.toMap(Department::id, Department::organization));
        for (int i = 0; i < organizations.size(); i++) {
            String path = "organizations[" + i + "].machines";
            Organization organization = organizations.get(i);
            once(
                    path,
                    "role",
                    organization.machines().stream()
                            .map(machine -> machine.role().name()));
            for (int j = 0; j < organization.machines().size(); j++) {
                Machine machine = organization.machines().get(j);
                String owner = organizationOf.getOrDefault(machine.department(), "");
                String place = path + "[" + j + "].department";
                refuse(
                        !organization.mspId().equals(owner),
                        place,
                        organization.mspId() + " has no department " + machine.department());
                placed(Client.of(organization.mspId(), machine), place);
            }
        }
    }

    static void officers(List<Officer> officers, Places places) {
        once("officers", "staff", officers.stream().map(Officer::staff));
        for (int i = 0; i < officers.size(); i++) {
            officer(officers.get(i), "officers[" + i + "].", places);
        }
    }

    private static void officer(Officer officer, String path, Places places) {
        String department = officer.department();
        refuse(
                !places.organizationOf().containsKey(department),
                path + "department",
                "there is no department " + department);
        officer.ownTown()
                .ifPresent(town -> refuse(!places.towns().contains(town), path + "town", "there is no town " + town));
        officer.grid()
                .ifPresent(grid -> refuse(!places.grids().contains(grid), path + "grid", "there is no grid " + grid));
        for (int i = 0; i < officer.roles().size(); i++) {
            Role role = officer.roles().get(i);
            String place = path + "roles[" + i + "]";
            refuse(!role.isOfficer(), place, role + " is a role of machines, not of officer " + officer.staff());
            refuse(
                    Department.isProvider(department) != (role == Role.PROVIDER),
                    place,
                    role + " does not belong to " + department + ": PROVIDER goes with a provider, and only that");
            placed(Client.of(places.mspOf(department), officer, role), place);
        }
    }

    private static void placed(Client client, String path) {
        client.misplacement().ifPresent(sentence -> refuse(true, path, sentence));
    }

    static void ports(List<Ports.Use> uses) {
        Map<Integer, String> taken = new HashMap<>();
        for (Ports.Use use : uses) {
            String other = taken.putIfAbsent(use.port(), use.path());
            refuse(other != null, use.path(), "port " + use.port() + " is already that of " + other);
        }
    }

    private static void once(String list, String field, Stream<String> values) {
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (String value : values.toList()) {
            refuse(!seen.add(value), list + "[" + index + "]." + field, value + " stands twice");
            index++;
        }
    }

    private static void refuse(boolean wrong, String path, String sentence) {
        if (wrong) {
            throw new IllegalArgumentException(path + ": " + sentence);
        }
    }
}
