package org.countyledger.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.countyledger.client.IdentityEntry;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.CountyFile;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.inventory.InventoryFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TokensTest {
    @TempDir
    private static Path folder;

    private static CountyDirectory county = new CountyDirectory(Path.of(""));

    @BeforeAll
    static void makeACounty() {
        county = new CountyDirectory(folder.resolve("county"));
        new CountyMaker(county, new Installation(county.root()))
                .make(CountyFile.embedded(Purpose.LEGAL), InventoryFile.bundled());
    }

    @Test
    void theOnlyHolderOfARoleNeedsNoNumber() {
        assertThat(find("audit", "DPO", "").subject()).isEqualTo("AU4703.DPO");
    }

    @Test
    void anOfficerIsChosenByNumber() {
        assertThat(find("civil-affairs", "TOWN_CLERK", "CA1002").subject()).isEqualTo("CA1002.TOWN_CLERK");
    }

    @Test
    void severalHoldersAreListedToChooseFrom() {
        assertThatThrownBy(() -> find("finance", "FINANCE_OFFICER", ""))
                .hasMessage("Several hold FINANCE_OFFICER in finance; choose one with --officer: CA1201, CA1202");
    }

    @Test
    void whoeverDoesNotHoldTheRoleIsToldWhoDoes() {
        assertThatThrownBy(() -> find("audit", "AUDIT_LEAD", "AU4001"))
                .hasMessage("AU4001 does not hold AUDIT_LEAD in audit; these do: AU4004, AU4005");
    }

    @Test
    void aRoleOfAnotherDepartmentIsToldWhere() {
        assertThatThrownBy(() -> find("finance", "COUNTY_DECIDER", ""))
                .hasMessageContaining("it is held in: civil-affairs, medical-insurance, education, human-resources");
    }

    @Test
    void anUnknownDepartmentIsAnsweredWithAllThereAre() {
        assertThatThrownBy(() -> find("fisheries", "CAPTAIN", ""))
                .hasMessageStartingWith("There is no department fisheries; there are: civil-affairs,");
    }

    @Test
    void tokensAreMintedOnlyForIdentitiesThatAreThere() {
        Tokens tokens = Tokens.of(county);

        assertThat(tokens.forSubject("CA1002.TOWN_CLERK").split("\\.")).hasSize(3);
        assertThatThrownBy(() -> tokens.forSubject("CA1002.COUNTY_DECIDER"))
                .hasMessage("There is no identity CA1002.COUNTY_DECIDER");
    }

    private static IdentityEntry find(String department, String role, String officer) {
        return Tokens.of(county).find(department, role, officer.isEmpty() ? Optional.empty() : Optional.of(officer));
    }
}
