package org.countyledger.gateway.language;

import java.util.Locale;
import java.util.ResourceBundle;
import org.countyledger.domain.record.Kind;
import org.springframework.stereotype.Component;

/** What people read instead of the names of clocks and actions; the file is {@code labels.properties}. */
@Component
public final class Labels {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle chinese = ResourceBundle.getBundle("labels", Locale.ROOT, EXACT);
    private final ResourceBundle english = ResourceBundle.getBundle("labels", Locale.ENGLISH, EXACT);

    public Text clock(String name) {
        return text("clock." + name, name);
    }

    public Text action(String name) {
        return text("action." + name, name);
    }

    /** What sort of matter a kind of record is to the public. */
    public Text family(Kind.Family family) {
        return text("family." + family.name(), family.label());
    }

    /** Who acted where no department did, by RESIDENT or TIMER. */
    public Text by(String name) {
        return text("by." + name, name);
    }

    /** A label that is not there shows the name itself: a new row must not break a receipt. */
    private Text text(String key, String name) {
        return chinese.containsKey(key) ? new Text(chinese.getString(key), english.getString(key)) : Text.same(name);
    }
}
