package org.countyledger.oracle.problem;

import com.google.errorprone.annotations.Immutable;

/** One sentence or label in both languages. */
@Immutable
public record Text(String zh, String en) {

    public String in(Language language) {
        return switch (language) {
            case CHINESE -> zh;
            case ENGLISH -> en;
        };
    }
}
