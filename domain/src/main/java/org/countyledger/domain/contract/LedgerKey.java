package org.countyledger.domain.contract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countyledger.domain.record.Kind;

/**
 * Keys of the world state (architecture.md, rule 15): plain strings compared as UTF-8 bytes. The contract writes under
 * them, projections read them out of blocks, and nobody else spells them.
 */
public sealed interface LedgerKey {

    /** The key as it stands in the world state. */
    String text();

    /** The header of a record. */
    record HeaderKey(Kind kind, String id) implements LedgerKey {
        @Override
        public String text() {
            return "H~" + kind.wireName() + "~" + id;
        }
    }

    /** One event of a record. */
    record EventKey(Kind kind, String id, long seq) implements LedgerKey {
        private static final int SEQUENCE_DIGITS = 8;

        @Override
        public String text() {
            String number = Long.toString(seq);
            String zeros = "0".repeat(Math.max(0, SEQUENCE_DIGITS - number.length()));
            return "E~" + kind.wireName() + "~" + id + "~" + zeros + number;
        }
    }

    /** A flag about a record that does not move its sequence, e.g. {@code ACCEPT#1~L1}. */
    record OverlayKey(Kind kind, String id, String name) implements LedgerKey {
        @Override
        public String text() {
            return "O~" + kind.wireName() + "~" + id + "~" + name;
        }
    }

    /** Something that only one record may hold, e.g. {@code key~} and the digest of a sensor's public key. */
    record SlotKey(String name) implements LedgerKey {
        @Override
        public String text() {
            return "S~" + name;
        }
    }

    /** The one current thing of a sort, e.g. {@code policy~welfare}. */
    record PointerKey(String name) implements LedgerKey {
        @Override
        public String text() {
            return "M~" + name;
        }
    }

    /** What an idempotency key of an organisation was used for. */
    record UsedKey(String mspId, String tag) implements LedgerKey {
        @Override
        public String text() {
            return "K~" + mspId + "~" + tag;
        }
    }

    /** The immutable text of a ratified policy version. */
    record PolicyKey(String policy, long version) implements LedgerKey {
        @Override
        public String text() {
            return "P~" + policy + "~" + version;
        }
    }

    /** First key after every event of the record {@code id}: the end of a range. */
    static String afterEvents(Kind kind, String id) {
        return "E~" + kind.wireName() + "~" + id + "~~";
    }

    /** Start and end of the range that holds the headers of a kind. */
    static String firstHeader(Kind kind) {
        return "H~" + kind.wireName() + "~";
    }

    static String afterHeaders(Kind kind) {
        return "H~" + kind.wireName() + "~~";
    }

    /** Reads a key of the world state; empty for a key that is none of ours. */
    static Optional<LedgerKey> parse(String text) {
        return Grammar.parse(text);
    }

    /** The forms of keys that projections meet. */
    final class Grammar {
        private static final Pattern KEY =
                Pattern.compile("(?<sort>[HEO])~(?<kind>[A-Za-z]+)~(?<id>[0-9A-Za-z._:-]+)(?:~(?<rest>.+))?");
        private static final Pattern POLICY = Pattern.compile("P~(?<policy>[a-z]+)~(?<version>[0-9]{1,18})");
        private static final Pattern SEQUENCE = Pattern.compile("[0-9]{8,18}");

        private static final Pattern USED = Pattern.compile("K~(?<msp>[^~]+)~(?<tag>[0-9a-f]{64})");

        private Grammar() {}

        static Optional<LedgerKey> parse(String text) {
            Matcher policy = POLICY.matcher(text);
            if (policy.matches()) {
                return Optional.of(new PolicyKey(policy.group("policy"), Long.parseLong(policy.group("version"))));
            }
            Matcher used = USED.matcher(text);
            if (used.matches()) {
                return Optional.of(new UsedKey(used.group("msp"), used.group("tag")));
            }
            if (text.startsWith("S~")) {
                return Optional.of(new SlotKey(text.substring(2)));
            }
            if (text.startsWith("M~")) {
                return Optional.of(new PointerKey(text.substring(2)));
            }
            Matcher key = KEY.matcher(text);
            return key.matches() ? Kind.find(key.group("kind")).flatMap(kind -> record(kind, key)) : Optional.empty();
        }

        private static Optional<LedgerKey> record(Kind kind, Matcher key) {
            Optional<String> rest = Optional.ofNullable(key.group("rest"));
            return switch (key.group("sort")) {
                case "H" -> Optional.of(new HeaderKey(kind, key.group("id")));
                case "E" ->
                    rest.filter(seq -> SEQUENCE.matcher(seq).matches())
                            .map(seq -> new EventKey(kind, key.group("id"), Long.parseLong(seq)));
                default -> rest.map(name -> new OverlayKey(kind, key.group("id"), name));
            };
        }
    }
}
