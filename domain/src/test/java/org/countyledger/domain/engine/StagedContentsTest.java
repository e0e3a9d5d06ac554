package org.countyledger.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.CIVIL_AFFAIRS;
import static org.countyledger.domain.testing.Officers.ECOLOGY;
import static org.countyledger.domain.testing.Officers.SECOND_TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;

import java.util.Map;
import java.util.Objects;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Header.Group;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

/** A command is worth nothing before what it names was staged, byte for byte, with the owner. */
class StagedContentsTest {
    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county);

    private ContentKey key(String group, long n) {
        return new ContentKey(Kind.WELFARE_APPLICATION, story.target().id(), group, n);
    }

    private void stage(ContentKey key, String commitment) {
        county.ledger().stage(CIVIL_AFFAIRS, key, commitment);
    }

    @Test
    void whatWasNotStagedIsNotCommittedTo() {
        int before = county.ledger().size();
        assertThat(story.submitting()
                        .unstaged()
                        .refusedAs(RefusalCode.NOT_STAGED)
                        .sentence())
                .contains("/commitments/consent");
        assertThat(county.ledger().size()).isEqualTo(before);
    }

    @Test
    void whatWasStagedWithAnotherByteIsNotCommittedTo() {
        story.submitting().command().commitments().forEach((group, commitment) -> stage(key(group, 1), commitment));
        stage(key("form", 1), "0".repeat(64));
        assertThat(story.submitting()
                        .unstaged()
                        .refusedAs(RefusalCode.COMMITMENT_MISMATCH)
                        .sentence())
                .contains("/commitments/form");
    }

    @Test
    void whatAnotherOrganisationHoldsIsNotStagedWithTheOwner() {
        story.submitting()
                .command()
                .commitments()
                .forEach((group, commitment) -> county.ledger().stage(ECOLOGY, key(group, 1), commitment));
        story.submitting().unstaged().refusedAs(RefusalCode.NOT_STAGED);
    }

    @Test
    void theHeaderSaysWhereTheValueStands() {
        story.submitted();
        Group form = Objects.requireNonNull(story.header().groups().get("form"));
        assertThat(form.org()).isEqualTo(CIVIL_AFFAIRS);
        assertThat(form.key()).isEqualTo(key("form", 1));
    }

    @Test
    void bothOfTwoOfficersNameTheOneValueThatWasStaged() {
        story.verifying();
        story.visiting(TOWN_CLERK).accepted();
        story.visiting(SECOND_TOWN_CLERK).unstaged().accepted();
        assertThat(Objects.requireNonNull(story.header().groups().get("visitReport"))
                        .key()
                        .n())
                .isEqualTo(1);
    }

    @Test
    void theNextValueOfAGroupHasTheNextNumber() {
        story.granted();
        assertThat(story.header().nextContent("amount")).isEqualTo(2);
        story.instructingPayment(org.countyledger.domain.testing.Officers.FINANCE_OFFICER)
                .accepted();
        assertThat(Objects.requireNonNull(story.header().groups().get("amount")).key())
                .isEqualTo(key("amount", 2));
    }

    @Test
    void anOpenedRecordKeepsTheKeyOfTheCommandThatOpenedIt() {
        story.onNotice();
        Group text = Objects.requireNonNull(
                county.header(story.linked("notice")).groups().get("text"));
        assertThat(text.key()).isEqualTo(key("text", 1));
        assertThat(text.org()).isEqualTo(CIVIL_AFFAIRS);
    }

    @Test
    void aCommandMaySayWhichNumberItMeans() {
        story.submitted();
        String list = "a".repeat(64);
        stage(key("checkList", 3), list);
        story.accepting()
                .commit("checkList", list)
                .with("staged", Map.of("checkList", 3))
                .unstaged()
                .accepted();
        assertThat(Objects.requireNonNull(story.header().groups().get("checkList"))
                        .key())
                .isEqualTo(key("checkList", 3));
    }

    @Test
    void aNumberIsOfAGroupThatTheCommandNamesAndFromOneOn() {
        story.submitted();
        story.accepting().with("staged", Map.of("opinion", 1)).refusedAs(RefusalCode.FIELD_INVALID);
        story.accepting().with("staged", Map.of("checkList", 0)).refusedAs(RefusalCode.FIELD_INVALID);
        story.accepting().with("staged", Map.of("checkList", "1")).refusedAs(RefusalCode.FIELD_INVALID);
    }
}
