package org.countyledger.risk.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.countyledger.risk.forest.FlatCodec;
import org.countyledger.risk.forest.FlatForest;
import org.countyledger.risk.testing.RandomTables;
import org.countyledger.risk.training.Progress;
import org.countyledger.risk.training.Recipe;
import org.countyledger.risk.training.TrainingTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the Python package shap: see golden/README.md for where the values come from. */
class ShapGoldenTest {
    private static final double CLOSE = 1e-6;
    private static final int ROWS = 60;

    @ParameterizedTest
    @ValueSource(strings = {"forest", "boosting"})
    void contributionsAreThoseOfThePackageShap(String name) throws IOException {
        FlatForest forest = FlatCodec.read(bytes(name + ".clrf"));
        List<double[]> rows = table(name + ".rows.csv");
        List<double[]> golden = table(name + ".shap.csv");
        TreeShap shap = new TreeShap(forest);
        assertThat(rows).hasSameSizeAs(golden).hasSize(ROWS);
        for (int i = 0; i < rows.size(); i++) {
            int[] row =
                    Arrays.stream(rows.get(i)).mapToInt(value -> (int) value).toArray();
            double[] expected = golden.get(i);
            double[] values = shap.values(row);
            assertThat(shap.expected()).isCloseTo(expected[0], within(CLOSE));
            for (int feature = 0; feature < values.length; feature++) {
                assertThat(values[feature]).isCloseTo(expected[feature + 1], within(CLOSE));
            }
        }
    }

    private static List<double[]> table(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .lines()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = ShapGoldenTest.class.getResourceAsStream("/golden/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    /** Writes models and rows into a folder, for {@code scripts/lib/risk_shap_golden.py} to explain. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        TrainingTable table = RandomTables.of(77, 600, 9);
        for (Recipe recipe : List.of(Recipe.forest(12, 77), Recipe.boosting(12, 77))) {
            String name = recipe.kind().name().toLowerCase(Locale.ROOT);
            FlatForest model = recipe.learner(1).train(table, Progress.SILENT);
            Files.write(folder.resolve(name + ".clrf"), FlatCodec.write(model));
            Files.write(folder.resolve(name + ".rows.csv"), lines(table));
        }
    }

    private static List<String> lines(TrainingTable table) {
        return Arrays.stream(table.rows())
                .limit(ROWS)
                .map(row -> Arrays.stream(row).mapToObj(Integer::toString).collect(Collectors.joining(",")))
                .toList();
    }
}
