package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countyledger.acceptance.testing.Checkout;
import org.countyledger.acceptance.testing.CountyCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of the README are those that there are. */
class ReadmeTest {
    private static final Pattern SCRIPT = Pattern.compile("scripts/([\\w-]+)([^`\\n|)\"]*)");
    private static final Set<String> FAMILIES = Set.of("identity", "ledger", "projection", "receipt", "risk");
    private static final Pattern SUBCOMMAND = Pattern.compile("[a-z]+");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    private static String text(String file) throws IOException {
        return Files.readString(Checkout.ROOT.resolve(file));
    }

    private static List<MatchResult> commands(String file) throws IOException {
        return SCRIPT.matcher(text(file)).results().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everyCommandOfTheReadmeIsKnownWithAllItsOptions(String file) throws IOException {
        Map<List<String>, TreeSet<String>> used = new HashMap<>();
        for (MatchResult command : commands(file)) {
            if (command.group(1).equals("county")) {
                used.computeIfAbsent(subcommand(command.group(2)), unused -> new TreeSet<>())
                        .addAll(OPTION.matcher(command.group(2))
                                .results()
                                .map(MatchResult::group)
                                .toList());
            }
        }
        assertThat(used).containsKey(List.of("demo"));
        used.forEach((subcommand, options) -> {
            String help = help(subcommand);
            assertThat(help).contains("Usage: county " + String.join(" ", subcommand));
            assertThat(options).allMatch(help::contains);
        });
    }

    private static String help(List<String> subcommand) {
        return CountyCommand.run(
                        Stream.concat(subcommand.stream(), Stream.of("--help")).toArray(String[]::new))
                .expect(0)
                .out();
    }

    /** The words before the first option or argument; families have sub-commands of their own. */
    private static List<String> subcommand(String words) {
        List<String> names = Stream.of(words.strip().split("\\s+"))
                .takeWhile(word -> SUBCOMMAND.matcher(word).matches())
                .toList();
        return names.subList(0, Math.min(names.size(), names.stream().anyMatch(FAMILIES::contains) ? 2 : 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everyScriptAndFileOfTheReadmeIsThere(String file) throws IOException {
        for (MatchResult command : commands(file)) {
            assertThat(Checkout.ROOT.resolve("scripts").resolve(command.group(1)))
                    .isExecutable();
        }
        Pattern place = Pattern.compile("`((?:docs|network-config|domain)/[^`]*|[A-Z]+\\.md)`");
        assertThat(place.matcher(text(file)).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(Checkout.ROOT.resolve(found)).exists());
    }

    @Test
    void bothLanguagesNameTheSameCommands() throws IOException {
        assertThat(commands("README.zh-CN.md").stream().map(found -> found.group(1) + subcommand(found.group(2))))
                .containsExactlyInAnyOrderElementsOf(commands("README.md").stream()
                        .map(found -> found.group(1) + subcommand(found.group(2)))
                        .toList());
    }

    @Test
    void continuousIntegrationRunsTheTestsOfTheReadme() throws IOException {
        Path run = Checkout.ROOT.resolve(".ci/run");
        assertThat(run).isExecutable();
        assertThat(Files.readString(run)).contains("scripts/test");
    }
}
