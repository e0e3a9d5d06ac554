package org.countyledger.embedded.blockfile;

/** Where a block lies: number of the file, offset of its record and the record's length with its prefix. */
public record BlockLocation(int file, long offset, int length) {
    /** The first byte after the record. */
    long end() {
        return offset + length;
    }
}
