package org.countyledger.risk.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.countyledger.risk.testing.RandomTables;
import org.countyledger.risk.training.Progress;
import org.countyledger.risk.training.Recipe;
import org.countyledger.risk.training.TrainingTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlatCodecTest {
    private static final int FIRST_NODE = 16;

    private final TrainingTable table = RandomTables.of(3, 300, 5);
    private final FlatForest forest = Recipe.forest(4, 3).learner(1).train(table, Progress.SILENT);

    @ParameterizedTest
    @EnumSource(Recipe.Kind.class)
    void whatIsReadIsWhatWasWritten(Recipe.Kind kind) {
        Recipe recipe = kind == Recipe.Kind.FOREST ? Recipe.forest(10, 3) : Recipe.boosting(10, 3);
        FlatForest written = recipe.learner(1).train(table, Progress.SILENT);
        FlatForest read = FlatCodec.read(FlatCodec.write(written));
        assertThat(read).isEqualTo(written);
        assertThat(read.digest()).isEqualTo(written.digest());
        for (int[] row : table.rows()) {
            assertThat(read.margin(row)).isEqualTo(written.margin(row));
        }
    }

    @Test
    void whateverIsReadIsWrittenAsItWas() {
        byte[] bytes = FlatCodec.write(forest);
        SplittableRandom random = new SplittableRandom(17);
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] = (byte) random.nextInt();
            assertThat(refusedOrTheSame(changed)).isTrue();
        }
    }

    private static boolean refusedOrTheSame(byte[] bytes) {
        try {
            return Arrays.equals(bytes, FlatCodec.write(FlatCodec.read(bytes)));
        } catch (NotCanonicalException e) {
            return true;
        }
    }

    @Test
    void everyCutAndEveryTailIsRefused() {
        byte[] bytes = FlatCodec.write(forest);
        for (int length = 0; length < bytes.length; length++) {
            refused(Arrays.copyOf(bytes, length), "");
        }
        refused(Arrays.copyOf(bytes, bytes.length + 1), "");
    }

    @Test
    void anotherVersionFamilyOrNumberIsRefused() {
        refused(changed(0, (byte) 'X'), "not a flat forest");
        refused(changed(4, (byte) 2), "version");
        refused(changed(5, (byte) 9), "family");
        refused(changed(7, (byte) 0), "features");
        refused(changed(15, (byte) 0), "");
    }

    @Test
    void leavesThatNoWriterWritesAreRefused() {
        refused(oneLeaf(0, Double.NaN, 1), "not a number");
        refused(oneLeaf(0, Double.POSITIVE_INFINITY, 1), "not a number");
        refused(oneLeaf(0, -0.0, 1), "minus zero");
        refused(oneLeaf(0, 1.5, 1), "not a probability");
        refused(oneLeaf(0, 0.5, 0), "no row");
        refused(oneLeaf(1, 0.1, 1), "finer than binary32");
        assertThat(FlatCodec.read(oneLeaf(0, 0.5, 1)).probability(new int[3])).isEqualTo(0.5);
    }

    /** Two trees of one leaf each. */
    private static byte[] oneLeaf(int family, double value, int cover) {
        ByteBuffer out = ByteBuffer.allocate(FIRST_NODE + 2 * 14);
        out.putInt(FlatCodec.MAGIC).put((byte) 1).put((byte) family).putShort((short) 3);
        out.putInt(2).putInt(2);
        for (int tree = 0; tree < 2; tree++) {
            out.putShort((short) FlatCodec.LEAF_MARK)
                    .putLong(Double.doubleToRawLongBits(value))
                    .putInt(cover);
        }
        return out.array();
    }

    private byte[] changed(int place, byte value) {
        byte[] bytes = FlatCodec.write(forest);
        bytes[place] = value;
        return bytes;
    }

    private static void refused(byte[] bytes, String words) {
        assertThatThrownBy(() -> FlatCodec.read(bytes))
                .isInstanceOf(NotCanonicalException.class)
                .hasMessageContaining(words);
    }
}
