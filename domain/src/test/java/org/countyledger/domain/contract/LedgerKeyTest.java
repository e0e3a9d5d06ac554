package org.countyledger.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.countyledger.domain.contract.LedgerKey.EventKey;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.contract.LedgerKey.PointerKey;
import org.countyledger.domain.contract.LedgerKey.PolicyKey;
import org.countyledger.domain.contract.LedgerKey.SlotKey;
import org.countyledger.domain.contract.LedgerKey.UsedKey;
import org.countyledger.domain.record.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerKeyTest {

    @Test
    void everySortOfKeyIsReadBackFromItsText() {
        for (LedgerKey key : new LedgerKey[] {
            new HeaderKey(Kind.POLICY, "welfare:1"),
            new EventKey(Kind.GRIEVANCE, "0f0e0d0c-0b0a-8908-8706-050403020100", 17),
            new OverlayKey(Kind.WELFARE_APPLICATION, "a", "ACCEPT#1~L3"),
            new SlotKey("key~" + "d".repeat(64)),
            new PointerKey("policy~welfare"),
            new UsedKey("CivilAffairsMSP", "d".repeat(64)),
            new PolicyKey("welfare", 12)
        }) {
            assertThat(LedgerKey.parse(key.text())).as(key.text()).contains(key);
        }
    }

    @Test
    void eventsSortByTheirNumberWithinTheirRecord() {
        String ninth = new EventKey(Kind.GRIEVANCE, "g", 9).text();
        String tenth = new EventKey(Kind.GRIEVANCE, "g", 10).text();
        assertThat(ninth).isEqualTo("E~Grievance~g~00000009").isLessThan(tenth);
        assertThat(tenth).isLessThan(LedgerKey.afterEvents(Kind.GRIEVANCE, "g"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H~",
                "H~Unheard~x",
                "E~Grievance~g",
                "E~Grievance~g~last",
                "Q~Grievance~g",
                "H~Grievance~a b"
            })
    void aKeyThatIsNoneOfOursIsNothing(String text) {
        assertThat(LedgerKey.parse(text)).isEmpty();
    }
}
