package org.countyledger.network.inventory;

/** A name in the county's two languages. */
public record Name(String zh, String en) {
    public Name {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a name needs both zh and en");
        }
    }
}
