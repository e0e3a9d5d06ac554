package org.countyledger.oracle.intake;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What became of a request's readings. All of them are durable, or none was taken.
 *
 * @param duplicates readings that were there already, identical
 */
@Schema(name = "ReadingReceipt")
record Receipt(long accepted, long duplicates) {
    static final Receipt NOTHING = new Receipt(0, 0);

    Receipt plus(Receipt other) {
        return new Receipt(accepted + other.accepted, duplicates + other.duplicates);
    }
}
