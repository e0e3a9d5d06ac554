package org.countyledger.oracle.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import java.math.BigDecimal;
import java.time.Instant;
import org.countyledger.oracle.sensor.DeviceMessage.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceMessageTest {
    private static final Instant AT = Instant.parse("2016-01-01T00:30:00.25Z");

    private static DeviceMessage read(byte[] bytes) {
        return ((Parsed.Message) DeviceMessage.sequence(bytes).getFirst()).message();
    }

    private static String why(byte[] header, byte[] payload) {
        byte[] message = Sign1.make(header, payload, bytes -> new byte[64]).bytes();
        return ((Parsed.Malformed) DeviceMessage.sequence(message).getFirst()).why();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "35", "35.4", "0.001", "9999.999", "10000"})
    void aValueAndATimeComeThroughUnchanged(String value) {
        Measurement measurement = TestDevice.pm25("stream", AT, value);
        DeviceMessage message = read(TestDevice.ed25519().message("sensor", 7, measurement));
        assertThat(message.measurement().value()).isEqualByComparingTo(new BigDecimal(value));
        assertThat(message.measurement().at()).isEqualTo(AT);
        assertThat(message.measurement().datastream()).isEqualTo("stream");
        assertThat(message.header().sensor()).isEqualTo("sensor");
        assertThat(message.header().counter()).isEqualTo(7);
    }

    @Test
    void aSignatureIsOnlyGoodForItsOwnKeyAndAlgorithm() {
        TestDevice device = TestDevice.p256();
        DeviceMessage message = read(device.message("sensor", 1, TestDevice.pm25("stream", AT, "1")));
        assertThat(message.isSignedBy(device.spki())).isTrue();
        assertThat(message.isSignedBy(TestDevice.p256().spki())).isFalse();
        assertThat(message.isSignedBy(TestDevice.ed25519().spki())).isFalse();
        assertThat(message.isSignedBy("AAAA")).isFalse();
    }

    @Test
    void whatIsMalformedIsNamed() {
        byte[] header = new ReadingHeader(ReadingHeader.EDDSA, "sensor", 1, AT).write();
        byte[] payload = TestDevice.pm25("stream", AT, "1").write();
        assertThat(why(new byte[] {(byte) 0xa0}, payload)).contains("claims (15)");
        assertThat(why(header, new byte[] {(byte) 0x80})).contains("exactly one SenML record");
        CBORObject relative = CBORObject.NewArray()
                .Add(CBORObject.NewMap()
                        .Add(0, "stream")
                        .Add(1, "ug/m3")
                        .Add(2, 1)
                        .Add(6, -5));
        assertThat(why(header, CborBytes.write(relative))).contains("not absolute");
        CBORObject infinite = CBORObject.NewArray()
                .Add(CBORObject.NewMap()
                        .Add(0, "stream")
                        .Add(1, "ug/m3")
                        .Add(2, Double.POSITIVE_INFINITY)
                        .Add(6, 1_500_000_000));
        assertThat(why(header, CborBytes.write(infinite))).contains("value (2)");
        assertThat(why(new byte[] {(byte) 0xbf, (byte) 0xff}, payload)).contains("canonical");
    }
}
