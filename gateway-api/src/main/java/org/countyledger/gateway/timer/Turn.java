package org.countyledger.gateway.timer;

import java.time.Duration;
import java.time.Instant;

/**
 * Whose timer takes an act when: the owner's once it is due, the others' a while later, should the owner's be silent.
 *
 * @param owner MSP id of the organisation that owns the record
 */
record Turn(String owner, Instant due, Duration patience) {

    boolean isOf(String mspId, Instant now) {
        Instant from = mspId.equals(owner) ? due : due.plus(patience);
        return !now.isBefore(from);
    }
}
