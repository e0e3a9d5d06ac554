package org.countyledger.network.inventory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.countyledger.network.CountyException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InventoryErrorsTest {
    private static final String BUNDLED = new String(InventoryFile.bundled(), StandardCharsets.UTF_8);

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            channel: county\\n | channel: county\\ncolour: red\\n | colour: is not known; known are [county, channel | an unknown key is named
            channel: county\\n               | `` | channel: is missing | a missing key is named
            peerPort: 7061                   | peerPort: 7051                     | organizations[1].peerPort: port 7051 is already that of organizations[0].peerPort | a port used twice
            peerPort: 7061                   | peerPort: 70611                    | organizations[1]: peerPort 70611 is not between | a port out of range
            peerPort: 7061                   | peerPort: many | organizations[1].peerPort: 'many' is no int | a port that is no number
            mspId: AuditMSP                  | mspId: EcologyMSP                  | organizations[3].mspId: EcologyMSP stands twice | an organisation twice
            organization: AuditMSP           | organization: AudMSP               | departments[12].organization: there is no organisation AudMSP | an unknown organisation
            CA1001, department: civil-affairs| CA1001, department: civil          | officers[0].department: there is no department civil | an unknown department
            CA1001, department: civil-affairs| CA1001, department: finance        | officers[0].roles[0]: TOWN_CLERK does not belong to finance | a role in a wrong department
            roles: [MEDIATION_CLERK]         | roles: [MEDIATION_CLARK] | roles[0]: 'MEDIATION_CLARK' is no Role | an unknown role
            roles: [AUDIT_LEAD]              | roles: [TOWN_CLERK]                | TOWN_CLERK does not belong to audit | a town clerk of the audit bureau
            roles: [SUPERIOR_ORGAN_CLERK]    | roles: [SUPERIOR_ORGAN_CLERK, DPO] | may hold no other role     | a superior organ's clerk with another role
            roles: [AUDIT_LEAD]              | roles: [CONDUIT]                   | a role of machines         | a machine's role for a person
            role: SCORING_NODE, department: petitions | role: SCORING_NODE, department: ecology | organizations[1].machines[2].department: GovernanceMSP has no department ecology | a machine of another organisation
            grid: \\"990121101001\\"         | grid: \\"990121101009\\"           | there is no grid 990121101009 | an unknown grid
            - code: \\"990121102\\"          | - code: \\"990129102\\"            | towns[1]                   | a grid outside its town
            roles: [TOWN_LEAD], town: \\"990121101\\" | roles: [TOWN_LEAD] | officers[3].roles[0]: TOWN_LEAD needs a town | a town lead without town
            staff: CA1002                    | staff: CA1001                      | officers[1].staff: CA1001 stands twice | an officer twice
            name: {zh: 云岭县, en: Yunling County} | name: {zh: 云岭县} | county.name.en: is missing | a name in one language only
            channel: county                  | channel: county\\nchannel: county  | channel                    | a key twice
            """)
    void anErrorNamesItsPlaceInTheFile(String good, String bad, String expected, String caseName) {
        String yaml = BUNDLED.replace(text(good), text(bad));

        assertThatThrownBy(() -> InventoryFile.parse(yaml.getBytes(StandardCharsets.UTF_8), "my.yaml"))
                .isInstanceOf(CountyException.class)
                .hasMessageStartingWith("my.yaml: ")
                .hasMessageContaining(expected);
    }

    private static String text(String cell) {
        return cell.replace("\\n", "\n").replace("\\\"", "\"");
    }
}
