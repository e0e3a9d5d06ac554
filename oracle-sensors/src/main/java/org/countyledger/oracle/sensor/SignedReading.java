package org.countyledger.oracle.sensor;

import java.time.Instant;

/**
 * A reading with the message that proves it.
 *
 * @param sensor record id of the sensor whose key signed
 * @param at phenomenon time
 * @param milli value in thousandths of the datastream's unit
 * @param cose the COSE_Sign1: a leaf of the window's tree
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record SignedReading(String sensor, Instant at, long milli, byte[] cose) {}
