package org.countyledger.oracle.sensor;

import java.util.List;

/** What a device sent: whose it says it is, and what it says. Nothing is believed before {@link #isSignedBy}. */
public final class DeviceMessage {
    private final Sign1 message;
    private final ReadingHeader header;
    private final Measurement measurement;

    private DeviceMessage(Sign1 message) {
        this.message = message;
        this.header = ReadingHeader.read(message.protectedHeader());
        this.measurement = Measurement.read(message.payload());
    }

    /** A message, or why it is none. */
    public sealed interface Parsed {
        /** It can be asked. */
        record Message(DeviceMessage message) implements Parsed {}

        /** It cannot be read. */
        record Malformed(String why) implements Parsed {}
    }

    /**
     * Reads a CBOR sequence of messages.
     *
     * @throws MalformedMessage if it is none of COSE_Sign1
     */
    public static List<Parsed> sequence(byte[] bytes) {
        return Sign1.sequence(bytes).stream().map(DeviceMessage::parse).toList();
    }

    private static Parsed parse(Sign1 message) {
        try {
            return new Parsed.Message(new DeviceMessage(message));
        } catch (MalformedMessage e) {
            return new Parsed.Malformed(String.valueOf(e.getMessage()));
        }
    }

    public ReadingHeader header() {
        return header;
    }

    public Measurement measurement() {
        return measurement;
    }

    /** Whether the key with this SubjectPublicKeyInfo (base64) has signed it, by its own algorithm. */
    public boolean isSignedBy(String spki) {
        try {
            return SensorKey.of(spki).verifies(header.algorithm(), message.toBeSigned(), message.signature());
        } catch (MalformedMessage e) {
            return false;
        }
    }

    /** The reading, with its value in thousandths. */
    public SignedReading reading(long milli) {
        return new SignedReading(header.sensor(), measurement.at(), milli, message.bytes());
    }
}
