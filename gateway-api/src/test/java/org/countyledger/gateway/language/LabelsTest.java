package org.countyledger.gateway.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.countyledger.domain.CountyTables;
import org.countyledger.domain.lifecycle.ClockStep;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.record.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class LabelsTest {
    private final Labels labels = new Labels();

    @Test
    void everyActionThatIsInForceHasALabelInBothLanguages() {
        assertThat(inForce().map(Row::action).distinct())
                .allSatisfy(action -> assertThat(labels.action(action).zh()).isNotEqualTo(action));
    }

    @Test
    void everyClockThatMayRunHasALabelInBothLanguages() {
        assertThat(inForce()
                        .flatMap(row -> row.effects().clocks().stream())
                        .flatMap(LabelsTest::started)
                        .distinct())
                .isNotEmpty()
                .allSatisfy(clock -> assertThat(labels.clock(clock).zh()).isNotEqualTo(clock));
    }

    @Test
    void everyFamilyHasALabel() {
        assertThat(Kind.Family.values())
                .allSatisfy(family -> assertThat(labels.family(family).en()).isNotEqualTo(family.label()));
    }

    @Test
    void theLanguageIsChineseUnlessEnglishIsAskedFor() {
        assertThat(language("en-GB,en;q=0.9")).isEqualTo(Language.ENGLISH);
        assertThat(language("fr")).isEqualTo(Language.CHINESE);
        assertThat(language("zh-CN,en;q=0.5")).isEqualTo(Language.CHINESE);
        assertThat(language("not a language;;;")).isEqualTo(Language.CHINESE);
        assertThat(Language.of(new HttpHeaders())).isEqualTo(Language.CHINESE);
    }

    private static Language language(String header) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, header);
        return Language.of(headers);
    }

    private static Stream<Row> inForce() {
        return CountyTables.all().all().stream()
                .flatMap(table -> table.rows().stream())
                .filter(Row::inForce);
    }

    private static Stream<String> started(ClockStep step) {
        return switch (step) {
            case ClockStep.Starts starts -> Stream.of(starts.start().clock());
            case ClockStep.Awaits awaits -> Stream.of(awaits.start().clock());
            case ClockStep.Dated dated -> Stream.of(dated.label());
            case ClockStep.Extends prolongs -> Stream.empty();
            case ClockStep.Named named -> Stream.empty();
            case ClockStep.Meets meets -> Stream.empty();
            case ClockStep.Cancels cancels -> Stream.empty();
            case ClockStep.CancelsAll all -> Stream.empty();
            case ClockStep.Pauses pauses -> Stream.empty();
            case ClockStep.Resumes resumes -> Stream.empty();
        };
    }
}
