package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SecurityPageTest {
    private static final Path PAGE = Path.of("..", "docs", "security.md");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern NAMED = Pattern.compile("`(?<type>[A-Z]\\w+Test)(?:\\.(?<method>\\w+))?`");

    @Test
    void everyTestThatThePageNamesIsThere() throws IOException {
        List<MatchResult> named =
                NAMED.matcher(Files.readString(PAGE)).results().toList();
        assertThat(named).hasSizeGreaterThan(20);
        for (MatchResult test : named) {
            String method = test.group(2);
            assertThat(source(test.group(1)))
                    .as(test.group())
                    .contains(method == null ? "@Test" : "void " + method + "(");
        }
    }

    private static String source(String type) throws IOException {
        try (var files = Files.walk(TESTS)) {
            Path file = files.filter(path -> path.endsWith(type + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no " + type));
            return Files.readString(file);
        }
    }
}
