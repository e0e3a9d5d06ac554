package org.countyledger.oracle.problem;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpHeaders;

/** The languages of the oracle's texts. */
public enum Language {
    CHINESE(Locale.SIMPLIFIED_CHINESE),
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** What {@code Accept-Language} asks for; Chinese if it asks for nothing that is there. */
    public static Language of(HttpHeaders headers) {
        try {
            return preferred(headers.getAcceptLanguage());
        } catch (IllegalArgumentException e) {
            return CHINESE;
        }
    }

    private static Language preferred(List<Locale.LanguageRange> ranges) {
        Locale best = Locale.lookup(ranges, List.of(CHINESE.locale, Locale.CHINESE, ENGLISH.locale));
        return Objects.equals(best, ENGLISH.locale) ? ENGLISH : CHINESE;
    }
}
