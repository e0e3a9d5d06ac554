package org.countyledger.network.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countyledger.domain.actor.Role;
import org.junit.jupiter.api.Test;

final class InventoryTest {
    private final Inventory inventory = InventoryFile.parse(InventoryFile.bundled(), "inventory.yaml");

    @Test
    void theBundledCountyHasFourOrganizationsAndThirteenDepartments() {
        assertThat(inventory.organizations())
                .extracting(Organization::mspId)
                .containsExactly("CivilAffairsMSP", "GovernanceMSP", "EcologyMSP", "AuditMSP");
        assertThat(inventory.departments()).hasSize(13);
        assertThat(inventory.towns()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void everyRoleIsHeldBySomebody() {
        assertThat(byRole().keySet()).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void separatedDutiesHaveTwoOfficersEach() {
        for (Role role : List.of(
                Role.TOWN_LEAD,
                Role.COUNTY_REVIEWER,
                Role.COUNTY_DECIDER,
                Role.FINANCE_OFFICER,
                Role.FINANCE_CHECKER,
                Role.SENSOR_INSTALLER,
                Role.CALIBRATOR,
                Role.ENV_INSPECTOR,
                Role.MODEL_AUTHOR,
                Role.MODEL_VALIDATOR,
                Role.SURVEY_ISSUER,
                Role.SURVEY_TALLY,
                Role.POLICY_OFFICER,
                Role.POLICY_RATIFIER,
                Role.AUDITOR)) {
            assertThat(byRole().get(role)).as(role.name()).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void everyTownHasThreeClerksAndEveryGridAWorker() {
        for (Town town : inventory.towns()) {
            assertThat(byRole().get(Role.TOWN_CLERK))
                    .filteredOn(client -> client.town().orElseThrow().equals(town.code()))
                    .hasSizeGreaterThanOrEqualTo(3);
            assertThat(byRole().get(Role.GRID_WORKER))
                    .extracting(client -> client.grid().orElseThrow())
                    .containsAll(town.grids().stream().map(Town.Grid::code).toList());
        }
    }

    @Test
    void everyDepartmentHasCaseOfficersAndALead() {
        Set<String> departments =
                inventory.departments().stream().map(Department::id).collect(Collectors.toSet());
        for (Role role : List.of(Role.CASE_OFFICER, Role.CASE_OFFICER_LEAD)) {
            assertThat(byRole().get(role)).extracting(Client::department).containsAll(departments);
        }
    }

    @Test
    void oneOfficerHoldsTwoSeparatedDutiesByTwoCertificates() {
        assertThat(inventory.clients())
                .filteredOn(client -> client.staff().equals(Optional.of("CA1090")))
                .extracting(Client::subject)
                .containsExactly("CA1090.TOWN_CLERK", "CA1090.COUNTY_DECIDER");
    }

    @Test
    void theTownOfAGridWorkerFollowsFromTheGrid() {
        assertThat(byRole().get(Role.GRID_WORKER))
                .allSatisfy(client -> assertThat(client.grid().orElseThrow())
                        .startsWith(client.town().orElseThrow()));
    }

    @Test
    void portsCanBeMovedAllAtOnce() {
        Inventory moved = inventory.withPortsFrom(20_000);

        assertThat(moved.services().gatewayPort()).isEqualTo(20_000);
        assertThat(moved.ports())
                .hasSize(29)
                .allSatisfy(use -> assertThat(use.port()).isBetween(20_000, 20_028));
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        assertThat(InventoryFile.parse(InventoryFile.write(inventory), "written"))
                .isEqualTo(inventory);
    }

    private Map<Role, List<Client>> byRole() {
        return inventory.clients().stream().collect(Collectors.groupingBy(Client::role));
    }
}
