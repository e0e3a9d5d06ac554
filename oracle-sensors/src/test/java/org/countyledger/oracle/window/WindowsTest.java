package org.countyledger.oracle.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.countyledger.domain.sensing.MerkleTree;
import org.countyledger.domain.sensing.Window;
import org.countyledger.oracle.sensor.SignedReading;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static SignedReading reading(String sensor, int second, long milli) {
        byte[] cose = (sensor + second).getBytes(StandardCharsets.UTF_8);
        return new SignedReading(sensor, Instant.ofEpochSecond(second), milli, cose);
    }

    @Test
    void statisticsAreOfTheValuesAndLeavesStandInOrderOfTimeAndSensor() {
        Window window = Windows.of(
                "PM2_5",
                List.of(
                        reading("b", 2, 600_000),
                        reading("a", 2, 3_000),
                        reading("a", 1, 5_000),
                        reading("a", 3, 1_000)));
        List<byte[]> leaves = List.of(
                "a1".getBytes(StandardCharsets.UTF_8),
                "a2".getBytes(StandardCharsets.UTF_8),
                "b2".getBytes(StandardCharsets.UTF_8),
                "a3".getBytes(StandardCharsets.UTF_8));
        assertThat(window.root()).isEqualTo(MerkleTree.root(leaves));
        assertThat(window.count()).isEqualTo(4);
        assertThat(window.sum()).isEqualTo(609_000);
        assertThat(window.min()).isEqualTo(1_000);
        assertThat(window.median()).isEqualTo(5_000);
        assertThat(window.max()).isEqualTo(600_000);
        assertThat(window.flags()).isEqualTo(Map.of("1", 2L, "3", 2L));
        assertThat(window.isPossible()).isTrue();
    }

    @Test
    void withoutReadingsAWindowIsMissing() {
        assertThat(Windows.of("PM2_5", List.of())).isEqualTo(Window.missing());
    }
}
