package org.countyledger.ledger.rwset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyOrderTest {
    @Test
    void fullWidthCharactersStandBeforeTheSupplementaryPlanes() {
        String fullWidth = "\uff21";
        String lastCharacter = Character.toString(0x10ffff);
        assertThat(KeyOrder.UTF8.compare(fullWidth, lastCharacter)).isNegative();
        assertThat(fullWidth.compareTo(lastCharacter)).isPositive();
    }

    @Test
    void theOrderIsThatOfUnsignedUtf8BytesForKeysOfAllPlanes() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String left = randomKey(random);
            String right = randomKey(random);
            int bytes = Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
            assertThat(Integer.signum(KeyOrder.UTF8.compare(left, right))).isEqualTo(Integer.signum(bytes));
        }
    }

    private static String randomKey(Random random) {
        int[] limits = {0x80, 0x800, 0xd800, 0x10000, 0x110000};
        StringBuilder key = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            int codePoint = random.nextInt(limits[random.nextInt(limits.length)]);
            boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
            key.appendCodePoint(surrogate ? 0xff21 : codePoint);
        }
        return key.toString();
    }
}
