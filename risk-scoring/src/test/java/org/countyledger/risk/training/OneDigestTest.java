package org.countyledger.risk.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.countyledger.risk.testing.RandomTables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OneDigestTest {
    private static final int LIMIT_SECONDS = 60;

    @ParameterizedTest
    @EnumSource(Recipe.Kind.class)
    void twoProcessesWithOneAndThreeThreadsGiveOneName(Recipe.Kind kind) throws IOException, InterruptedException {
        assertThat(nameFromAnotherProcess(kind, 1)).matches("[0-9a-f]{64}").isEqualTo(nameFromAnotherProcess(kind, 3));
    }

    private static String nameFromAnotherProcess(Recipe.Kind kind, int threads)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneDigestTest.class.getName(),
                        kind.name(),
                        Integer.toString(threads))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String name = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return name.strip();
    }

    /** The other process. */
    public static void main(String[] arguments) {
        Recipe.Kind kind = Recipe.Kind.valueOf(arguments[0]);
        Recipe recipe = switch (kind) {
            case FOREST -> Recipe.forest(30, 11);
            case BOOSTING -> Recipe.boosting(30, 11);
        };
        Learner learner = recipe.learner(Integer.parseInt(arguments[1]));
        System.out.println(
                learner.train(RandomTables.of(5, 2000, 8), Progress.SILENT).digest());
    }
}
