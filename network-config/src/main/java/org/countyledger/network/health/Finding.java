package org.countyledger.network.health;

/**
 * Something that is not as it should be.
 *
 * @param sentence what was found and what was expected
 * @param cure what to do about it
 */
public record Finding(FindingCode code, String sentence, String cure) {
    @Override
    public String toString() {
        return sentence + ": " + cure;
    }
}
