package org.countyledger.gateway.language;

import com.google.errorprone.annotations.Immutable;
import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.RefusalCode;

/** One sentence or label in both languages. */
@Immutable
public record Text(String zh, String en) {

    public static Text of(Label label) {
        return new Text(label.zh(), label.en());
    }

    public static Text of(RefusalCode code) {
        return new Text(code.chinese(), code.english());
    }

    /** Something that has no translation, such as an id. */
    public static Text same(String word) {
        return new Text(word, word);
    }

    public String in(Language language) {
        return switch (language) {
            case CHINESE -> zh;
            case ENGLISH -> en;
        };
    }
}
