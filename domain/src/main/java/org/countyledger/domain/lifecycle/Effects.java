package org.countyledger.domain.lifecycle;

import java.util.Collection;
import java.util.Optional;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Custody;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;
import org.countyledger.domain.record.RecordKey;

/** Effects that several tables use. */
public final class Effects {
    private Effects() {}

    /** Registers the key that signed the creating command, which stands in its field {@code key}. */
    public static Effect registersKey() {
        return (situation, draft) -> situation.command().signatures().stream()
                .filter(signature -> signature.spki().equals(situation.text("key")))
                .findFirst()
                .ifPresent(signature -> draft.key(key(situation, signature)));
    }

    private static RecordKey key(Situation situation, CommandSignature signature) {
        Custody custody =
                situation.text("custody").equals(Custody.ASSISTED.name()) ? Custody.ASSISTED : Custody.SELF_HELD;
        return new RecordKey(signature.keyRole(), signature.spki(), custody, situation.at(), Optional.empty());
    }

    /** Links the first record that the row opens and shows its id in a field. */
    public static Effect links(String rel, Kind kind, String field) {
        return (situation, draft) -> {
            String id = RecordId.opened(
                    situation.command().id(),
                    situation.before().map(Header::seq).orElse(0L) + 1,
                    0);
            draft.link(new Link(rel, kind, id));
            draft.show(field, id);
        };
    }

    /** Takes over keys and private values of the record that opened this one, or that it goes back to. */
    public static void carryOver(Header from, Draft draft, Collection<String> groups) {
        from.keys().stream().filter(RecordKey::isLive).forEach(draft::key);
        groups.forEach(name -> from.group(name).ifPresent(group -> draft.group(name, group)));
    }

    /** Links the record of this kind that a field of the command names. */
    public static Effect linksNamed(String rel, Kind kind, String field) {
        return (situation, draft) -> situation.clear().text(field).ifPresent(id -> draft.link(new Link(rel, kind, id)));
    }

    public static Effect flag(String flag) {
        return (situation, draft) -> draft.flag(flag);
    }

    /** A field with a fixed value. */
    public static Effect sets(String field, Object value) {
        return (situation, draft) -> draft.show(field, value);
    }

    public static Effect flags(Condition condition, String flag) {
        return (situation, draft) -> {
            if (condition.holds(situation)) {
                draft.flag(flag);
            }
        };
    }
}
