package org.countyledger.domain.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.policy.Purpose;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.testing.PolicyText;
import org.countyledger.domain.welfare.MeansRule.Household;
import org.junit.jupiter.api.Test;

/** The means test over the reference households of EU-SILC (laeken), whose poverty threshold is 10,859.24. */
class MeansRuleTest {
    private static final Path DATA = Path.of("../../shared/data/households/eusilc.csv.gz");
    private static final List<String> PAID = List.of("hy130n", "hy145n");
    private static final PolicyText TEXT = PolicyText.of("means", Purpose.LEGAL, """
            line.year.fen 1085924 fen
            scale.first.permille 1000 permille
            scale.adult.permille 500 permille
            scale.child.permille 300 permille
            scale.adultFrom.years 14 years
            """);
    private static final PolicyVersion VERSION =
            new PolicyVersion("means", 1, Purpose.LEGAL, Instant.EPOCH, false, TEXT.entries());
    private static final PolicyVersion TEXT_OF_LEDGER =
            CanonicalJson.read(CanonicalJson.write(VERSION), PolicyVersion.class);
    private static final MeansRule RULE = MeansRule.of(VERSION).orElseThrow();

    @Test
    void whatIsLackingToTheLineIsPaidInTwelveParts() {
        Household family = new Household(List.of(34, 39, 2), 1_000_000);
        assertThat(RULE.needsPermille(family)).isEqualTo(1800);
        assertThat(RULE.monthlyFen(family)).isEqualTo((1_085_924L * 1800 - 1_000_000_000L) / 12_000);
        assertThat(RULE.monthlyFen(new Household(List.of(40), 1_085_924))).isZero();
        assertThat(RULE.isBelowLine(new Household(List.of(40), 1_085_924))).isFalse();
        assertThat(RULE.isBelowLine(new Household(List.of(40), 1_085_923))).isTrue();
        assertThat(RULE.needsPermille(new Household(List.of(3, 5), 0))).isEqualTo(1300);
    }

    @Test
    void theReferenceHouseholdsGiveTheReferenceFigures() throws IOException {
        assumeTrue(Files.exists(DATA), "the reference households are not at " + DATA);
        Map<String, List<Map<String, String>>> households = households();
        List<List<Map<String, String>>> below = households.values().stream()
                .filter(members -> RULE.isBelowLine(household(members)))
                .toList();
        assertThat(households).hasSize(6_000);
        assertThat(below).hasSize(945);
        assertThat(below.stream().mapToInt(List::size).sum()).isEqualTo(2_090);
        BigDecimal share = weight(below)
                .multiply(BigDecimal.valueOf(100))
                .divide(weight(List.copyOf(households.values())), 5, RoundingMode.HALF_UP);
        assertThat(share).isEqualTo(new BigDecimal("14.44422"));
        MeansRule replayed = MeansRule.of(TEXT_OF_LEDGER).orElseThrow();
        assertThat(below)
                .allMatch(members -> replayed.monthlyFen(household(members)) == RULE.monthlyFen(household(members)));
    }

    private static BigDecimal weight(List<List<Map<String, String>>> households) {
        return households.stream()
                .flatMap(List::stream)
                .map(member -> number(member.getOrDefault("rb050", "")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Household household(List<Map<String, String>> members) {
        BigDecimal income = BigDecimal.ZERO;
        for (Map<String, String> member : members) {
            income = income.add(sum(member, "py"));
        }
        Map<String, String> first = members.getFirst();
        income = income.add(sum(first, "hy"));
        for (String paid : PAID) {
            income = income.subtract(number(first.getOrDefault(paid, "")).multiply(BigDecimal.TWO));
        }
        List<Integer> ages = members.stream()
                .map(member -> Integer.parseInt(member.getOrDefault("age", "0")))
                .toList();
        long cents = income.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return new Household(ages.stream().map(age -> Math.max(0, age)).toList(), cents);
    }

    private static BigDecimal sum(Map<String, String> member, String prefix) {
        return member.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> number(entry.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(String text) {
        return text.equals("NA") || text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static Map<String, List<Map<String, String>>> households() throws IOException {
        Map<String, List<Map<String, String>>> households = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(DATA)), StandardCharsets.UTF_8))) {
            List<String> names = cells(lines.readLine());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = cells(line);
                Map<String, String> member = new LinkedHashMap<>();
                IntStream.range(0, names.size()).forEach(i -> member.put(names.get(i), cells.get(i)));
                households
                        .computeIfAbsent(member.getOrDefault("db030", ""), id -> new ArrayList<>())
                        .add(member);
            }
        }
        return households;
    }

    private static List<String> cells(String line) {
        return List.of(line.replace("\"", "").split(",", -1));
    }
}
