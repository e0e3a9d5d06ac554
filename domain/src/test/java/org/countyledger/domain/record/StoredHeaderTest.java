package org.countyledger.domain.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.countyledger.domain.record.Header.Group;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

/** What stands on the ledger of a header, and what a program sees of it. */
class StoredHeaderTest {
    private final Header header =
            new WelfareCase(TestCounty.legal()).inCountyReview().header();

    @Test
    void aValueInItsUsualPlaceSaysOnlyItsNumber() {
        assertThat(CanonicalJson.text(header))
                .contains("\"n\":1,\"seq\":1}")
                .doesNotContain("WelfareApplication/")
                .doesNotContain("\"flags\"")
                .doesNotContain("\"awaited\"");
        assertThat(CanonicalJson.read(CanonicalJson.write(header), Header.class))
                .isEqualTo(header);
    }

    @Test
    void aValueOfAnotherRecordOrOrganisationSaysWhereItStands() {
        ContentKey elsewhere = new ContentKey(Kind.GRIEVANCE, "another", "form", 7);
        TreeMap<String, Group> groups = new TreeMap<>(header.groups());
        groups.put("form", new Group("a".repeat(64), 1, "AuditMSP", elsewhere));
        Header other = new Header(
                header.founding(),
                header.position(),
                header.handling(),
                List.of(),
                header.awaited(),
                header.flags(),
                groups,
                header.pending(),
                header.keys(),
                header.links(),
                header.hands(),
                header.fields());
        assertThat(CanonicalJson.text(other)).contains("\"key\":\"Grievance/another/form/7\",\"org\":\"AuditMSP\"");
        assertThat(CanonicalJson.read(CanonicalJson.write(other), Header.class)).isEqualTo(other);
    }

    @Test
    void theOlderFormIsStillRead() {
        String older = CanonicalJson.text(header)
                .replace("{\"clocks\":", "{\"awaited\":[],\"flags\":[],\"clocks\":")
                .replaceFirst(
                        "\"n\":1,\"seq\":2",
                        "\"key\":\"WelfareApplication/" + header.id()
                                + "/checkList/1\",\"org\":\"CivilAffairsMSP\",\"seq\":2");
        assertThat(CanonicalJson.read(older, Header.class)).isEqualTo(header);
    }
}
