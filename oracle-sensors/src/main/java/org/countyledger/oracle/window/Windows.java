package org.countyledger.oracle.window;

import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.countyledger.domain.sensing.MerkleTree;
import org.countyledger.domain.sensing.Window;
import org.countyledger.oracle.quality.GrossRange;
import org.countyledger.oracle.sensor.SignedReading;

/** Statistics and root of the readings of one window. */
public final class Windows {
    /** Order of the leaves: by phenomenon time, then by sensor. */
    private static final Comparator<SignedReading> ORDER =
            Comparator.comparing(SignedReading::at).thenComparing(SignedReading::sensor);

    private Windows() {}

    /** The window of these readings; without any, a missing one. The median of an even number is the upper one. */
    public static Window of(String pollutant, List<SignedReading> readings) {
        if (readings.isEmpty()) {
            return Window.missing();
        }
        List<byte[]> leaves =
                readings.stream().sorted(ORDER).map(SignedReading::cose).toList();
        long[] sorted =
                readings.stream().mapToLong(SignedReading::milli).sorted().toArray();
        return new Window(
                MerkleTree.root(leaves),
                sorted.length,
                LongStream.of(sorted).sum(),
                sorted[0],
                sorted[sorted.length / 2],
                sorted[sorted.length - 1],
                GrossRange.flags(pollutant, sorted));
    }
}
