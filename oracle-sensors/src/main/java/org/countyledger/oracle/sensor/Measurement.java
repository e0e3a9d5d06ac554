package org.countyledger.oracle.sensor;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * One SenML record (RFC 8428, CBOR form) with everything in itself: name, unit, time, value; no base fields.
 *
 * @param datastream record id of the datastream: the SenML name
 * @param unit of the value, e.g. {@code ug/m3}
 * @param at phenomenon time, to the microsecond
 */
public record Measurement(String datastream, String unit, Instant at, BigDecimal value) {
    private static final CBORObject NAME = CBORObject.FromObject(0);
    private static final CBORObject UNIT = CBORObject.FromObject(1);
    private static final CBORObject VALUE = CBORObject.FromObject(2);
    private static final CBORObject TIME = CBORObject.FromObject(6);
    private static final int LABELS = 4;
    private static final int MICROS = 6;
    private static final int NANOS_PER_MICRO = 1000;

    /** SenML reads smaller times as relative to now (RFC 8428, 4.5.3): nothing to sign. */
    private static final BigDecimal FIRST_ABSOLUTE = new BigDecimal(1 << 28);

    private static final BigDecimal LAST_SECOND = new BigDecimal("253402300799");

    byte[] write() {
        CBORObject senml = CBORObject.NewOrderedMap()
                .Add(NAME, datastream)
                .Add(UNIT, unit)
                .Add(VALUE, number(value))
                .Add(TIME, number(seconds(at)));
        return CborBytes.write(CBORObject.NewArray().Add(senml));
    }

    private static BigDecimal seconds(Instant at) {
        return BigDecimal.valueOf(at.getEpochSecond()).add(BigDecimal.valueOf(at.getNano() / NANOS_PER_MICRO, MICROS));
    }

    /** Whole numbers as such, others as the double that is spelt the same in decimals: canonical CBOR has no fractions. */
    private static CBORObject number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= 0
                ? CBORObject.FromObject(plain.longValueExact())
                : CBORObject.FromObject(plain.doubleValue());
    }

    /** @throws MalformedMessage if the bytes are no pack of one such record */
    static Measurement read(byte[] bytes) {
        CBORObject pack = CborBytes.require(CborBytes.read(bytes), CBORType.Array, "SenML pack");
        if (pack.size() != 1) {
            throw new MalformedMessage("a signed message holds exactly one SenML record");
        }
        CBORObject senml = CborBytes.require(pack.get(0), CBORType.Map, "SenML record");
        if (senml.size() != LABELS) {
            throw new MalformedMessage("the SenML record has exactly name, unit, value and time");
        }
        return new Measurement(
                CborBytes.require(senml.get(NAME), CBORType.TextString, "name (0)")
                        .AsString(),
                CborBytes.require(senml.get(UNIT), CBORType.TextString, "unit (1)")
                        .AsString(),
                instant(decimal(senml.get(TIME), "time (6)")),
                decimal(senml.get(VALUE), "value (2)"));
    }

    private static Instant instant(BigDecimal seconds) {
        if (seconds.compareTo(FIRST_ABSOLUTE) < 0 || seconds.compareTo(LAST_SECOND) > 0) {
            throw new MalformedMessage("the time is not absolute");
        }
        BigDecimal micros = seconds.movePointRight(MICROS).setScale(0, RoundingMode.FLOOR);
        return Instant.EPOCH.plus(micros.longValueExact(), java.time.temporal.ChronoUnit.MICROS);
    }

    private static BigDecimal decimal(CBORObject value, String what) {
        if (value != null && value.getType() == CBORType.FloatingPoint && Double.isFinite(value.AsDoubleValue())) {
            return new BigDecimal(Double.toString(value.AsDoubleValue()));
        }
        return BigDecimal.valueOf(CborBytes.whole(value, what));
    }
}
