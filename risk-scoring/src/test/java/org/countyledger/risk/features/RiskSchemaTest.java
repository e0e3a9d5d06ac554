package org.countyledger.risk.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countyledger.risk.features.RefusedFieldException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiskSchemaTest {
    private static final RiskSchema SCHEMA = new RiskSchema(
            "small",
            1,
            List.of(
                    Feature.category("kind", "种类", "the kind"),
                    Feature.number("days_open", List.of(0, 1, 3), new Feature.Label("已用天数", "days open"))));
    private static final FittedEncoder ENCODER = new FittedEncoder(SCHEMA, Map.of("kind", List.of("noise", "water")));

    @Test
    void aRowHasCodesOfCategoriesAndStepsOfNumbers() {
        assertThat(ENCODER.encode(Map.of("kind", "water", "days_open", "0"))).containsExactly(2, 0);
        assertThat(ENCODER.encode(Map.of("kind", "noise", "days_open", "2"))).containsExactly(1, 2);
        assertThat(ENCODER.encode(Map.of("kind", "noise", "days_open", "99"))).containsExactly(1, 3);
    }

    @Test
    void whatWasNotSeenHasACodeOfItsOwn() {
        assertThat(ENCODER.encode(Map.of("kind", "?", "days_open", "0"))[0]).isEqualTo(FittedEncoder.UNSEEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caller_id", "opened_by", "sys_created_by", "resolved_by", "age", "applicant_age", "Gender",
                        "ethnicity",
                "health_status", "healthStatus", "id_card", "petitioner_name", "past_petitions", "民族", "申请人年龄",
                        "household-income"
            })
    void attributesOfPersonsAreRefusedByName(String name) {
        assertThatThrownBy(() -> Feature.category(name, "", ""))
                .isInstanceOfSatisfying(
                        RefusedFieldException.class, e -> assertThat(e.code()).isEqualTo(Code.PERSON_ATTRIBUTE));
        Map<String, String> fields = new HashMap<>(Map.of("kind", "water", "days_open", "0", name, "secret"));
        assertThatThrownBy(() -> ENCODER.encode(fields))
                .isInstanceOf(RefusedFieldException.class)
                .hasMessageStartingWith("PERSON_ATTRIBUTE")
                .hasMessageNotContaining("secret");
    }

    @Test
    void unknownAndMissingFieldsAreRefusedAndNotIgnored() {
        refused(Map.of("kind", "water", "days_open", "0", "weather", "rain"), Code.UNKNOWN_FIELD);
        refused(Map.of("kind", "water"), Code.MISSING_FIELD);
        refused(Map.of("kind", "water", "days_open", "-1"), Code.NOT_A_NUMBER);
        refused(Map.of("kind", "water", "days_open", "soon"), Code.NOT_A_NUMBER);
    }

    private static void refused(Map<String, String> fields, Code code) {
        assertThatThrownBy(() -> ENCODER.encode(fields))
                .isInstanceOfSatisfying(
                        RefusedFieldException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aSchemaIsNamedByItsContent() {
        assertThat(IncidentSchema.SCHEMA.digest()).isNotEqualTo(SCHEMA.digest());
        assertThat(new RiskSchema("small", 2, SCHEMA.features()).digest()).isNotEqualTo(SCHEMA.digest());
    }

    @Test
    void wordsThatOnlyContainPersonalOnesAreNotRefused() {
        assertThat(Feature.category("percentage", "", "").code()).isEqualTo("percentage");
        assertThat(Feature.category("group_size", "", "").code()).isEqualTo("group_size");
    }
}
