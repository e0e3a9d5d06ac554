package org.countyledger.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Founding;
import org.countyledger.domain.record.Header.Handling;
import org.countyledger.domain.record.Header.Position;
import org.countyledger.domain.record.Kind;
import org.junit.jupiter.api.Test;

class OwnerRuleTest {
    private static final Instant NOW = Instant.parse("2027-01-04T01:00:00Z");
    private final Header header = new Header(
            new Founding(
                    Header.SCHEMA_VERSION,
                    Kind.GRIEVANCE,
                    "g",
                    "330127",
                    Optional.empty(),
                    "GovernanceMSP",
                    Optional.empty(),
                    "PERMANENT"),
            new Position("REGISTERED", NOW, 1, NOW, "d".repeat(64), "d".repeat(64)),
            Handling.NOBODY,
            List.of(),
            List.of(),
            new TreeSet<>(),
            new TreeMap<>(),
            Optional.empty(),
            List.of(),
            List.of(),
            new TreeMap<>(),
            Clear.of("category", "NOISE"));
    private final String key = new HeaderKey(header.kind(), header.id()).text();
    private final String owner = header.founding().ownerOrg();

    private static SortedSet<String> organizations(String... mspIds) {
        return new TreeSet<>(List.of(mspIds));
    }

    private static Optional<String> refusal(String key, byte[] value, String... endorsers) {
        return OwnerRule.refusal(Map.of(key, value), organizations(endorsers));
    }

    @Test
    void theOwnerAndAnyOtherSufficeForAHeader() {
        byte[] written = CanonicalJson.write(header);
        assertThat(refusal(key, written, owner, "OtherMSP")).isEmpty();
        assertThat(refusal(key, written, owner))
                .hasValueSatisfying(said -> assertThat(said).contains("Only " + owner));
        assertThat(refusal(key, written, "OneMSP", "OtherMSP"))
                .contains("The record belongs to " + owner + ", which did not endorse it; OneMSP, OtherMSP did.");
    }

    @Test
    void whatIsNoHeaderNeedsAnyTwo() {
        byte[] value = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(refusal("O~Grievance~g~ACCEPT#1~L1", value, "OneMSP", "OtherMSP"))
                .isEmpty();
        assertThat(refusal("O~Grievance~g~ACCEPT#1~L1", value, "OneMSP")).isPresent();
        assertThat(OwnerRule.refusal(Map.of(), organizations("OneMSP", "OtherMSP")))
                .isEmpty();
    }

    @Test
    void aHeaderThatIsDeletedUnreadableOrOfAnotherRecordIsRefused() {
        byte[] written = CanonicalJson.write(header);
        String other = new HeaderKey(Kind.POLICY, "welfare:1").text();
        for (String wrong : List.of(other, key + "~more", "H~", "H~Unheard~x")) {
            assertThat(refusal(wrong, written, owner, "OtherMSP")).as(wrong).isPresent();
        }
        assertThat(refusal(key, new byte[0], owner, "OtherMSP")).isPresent();
    }
}
