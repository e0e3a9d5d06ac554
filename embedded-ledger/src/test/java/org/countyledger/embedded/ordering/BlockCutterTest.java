package org.countyledger.embedded.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;
import org.junit.jupiter.api.Test;

/** Fabric's rules of cutting: at most three messages and ten bytes here. */
class BlockCutterTest {
    private final BlockCutter cutter = new BlockCutter(new BatchSettings(3, 10, 100, Duration.ofMillis(10)));

    private static Envelope envelope(int bytes) {
        return Envelope.newBuilder()
                .setPayload(ByteString.copyFrom(new byte[bytes - 1]))
                .setSignature(ByteString.copyFromUtf8("s"))
                .build();
    }

    @Test
    void aFullCountIsCutAtOnce() {
        Envelope one = envelope(1);

        assertThat(cutter.order(one)).isEmpty();
        assertThat(cutter.order(one)).isEmpty();
        assertThat(cutter.order(one)).containsExactly(List.of(one, one, one));
        assertThat(cutter.hasPending()).isFalse();
    }

    @Test
    void whatWouldOverflowIsLeftForTheNextBatch() {
        assertThat(cutter.order(envelope(6))).isEmpty();
        assertThat(cutter.order(envelope(5))).containsExactly(List.of(envelope(6)));
        assertThat(cutter.cut()).containsExactly(envelope(5));
    }

    @Test
    void exactlyThePreferredBytesAreOneBatch() {
        assertThat(cutter.order(envelope(6))).isEmpty();
        assertThat(cutter.order(envelope(4))).isEmpty();
        assertThat(cutter.cut()).containsExactly(envelope(6), envelope(4));
    }

    @Test
    void aMessageLargerThanPreferredGoesAloneBehindWhatIsPending() {
        assertThat(cutter.order(envelope(2))).isEmpty();
        assertThat(cutter.order(envelope(11))).containsExactly(List.of(envelope(2)), List.of(envelope(11)));
        assertThat(cutter.hasPending()).isFalse();
    }
}
