package org.countyledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says what must hold names, for each promise, tests that are there. */
class AcceptancePageTest {
    private static final int PROMISES = 37;
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");

    @Test
    void everyPromiseIsProvedByTestsThatAreThere() throws IOException {
        Map<String, String> sources = testSources();
        List<MatchResult> rows = ROW.matcher(Files.readString(ROOT.resolve("docs/domain.md")))
                .results()
                .toList();
        assertThat(rows).extracting(row -> Integer.parseInt(row.group(1))).containsExactlyElementsOf(numbers());
        for (MatchResult row : rows) {
            List<MatchResult> tests = NAMED.matcher(row.group(2)).results().toList();
            assertThat(tests).as("promise %s names a test", row.group(1)).isNotEmpty();
            for (MatchResult test : tests) {
                assertThat(sources.getOrDefault(test.group(1), ""))
                        .as("promise %s: %s", row.group(1), test.group())
                        .contains("void " + test.group(2) + "(");
            }
        }
    }

    private static List<Integer> numbers() {
        return Stream.iterate(1, n -> n + 1).limit(PROMISES).toList();
    }

    /** All test classes of one name together: two modules may have one of the same. */
    private static Map<String, String> testSources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(AcceptancePageTest::tests)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            AcceptancePageTest::text,
                            (one, other) -> one + other,
                            TreeMap::new));
        }
    }

    private static Stream<Path> tests(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
