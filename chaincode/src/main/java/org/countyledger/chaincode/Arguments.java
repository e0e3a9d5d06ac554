package org.countyledger.chaincode;

import java.util.List;
import java.util.regex.Pattern;

/** The arguments of a function, which are never repeated in a message. */
final class Arguments {
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private Arguments() {}

    static List<String> exactly(List<String> arguments, int count) {
        if (arguments.size() != count) {
            throw new IllegalArgumentException("The function takes " + count + " arguments.");
        }
        return arguments;
    }

    static int whole(String text, int min, int max) {
        int value = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : min - 1;
        if (value < min || value > max) {
            throw new IllegalArgumentException("An argument must be a whole number from %d to %d.".formatted(min, max));
        }
        return value;
    }
}
