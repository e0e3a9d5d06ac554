package org.countyledger.domain.lifecycle;

import com.google.errorprone.annotations.Immutable;

/**
 * What people read instead of a state's name.
 *
 * @param isTerminal no row leaves the state
 */
@Immutable
public record Label(String zh, String en, boolean isTerminal) {

    public static Label open(String zh, String en) {
        return new Label(zh, en, false);
    }

    public static Label terminal(String zh, String en) {
        return new Label(zh, en, true);
    }
}
