package org.countyledger.ledger.testing;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Random;

/** Changes to bytes by one who does not know what they mean. */
public enum BlindChange {
    FLIP,
    REPLACE,
    DELETE,
    INSERT,
    SWAP,
    TRUNCATE;

    private static final List<BlindChange> ALL = List.of(values());
    private static final int MAX_DELETED = 40;
    private static final int MAX_INSERTED = 8;

    /** Any of them. */
    public static ByteString of(ByteString bytes, Random random) {
        return ALL.get(random.nextInt(ALL.size())).at(random.nextInt(bytes.size()), bytes, random);
    }

    private ByteString at(int place, ByteString bytes, Random random) {
        ByteString before = bytes.substring(0, place);
        ByteString after = bytes.substring(place + 1);
        return switch (this) {
            case FLIP ->
                before.concat(one(bytes.byteAt(place) ^ (1 << random.nextInt(8))))
                        .concat(after);
            case REPLACE -> before.concat(one(random.nextInt())).concat(after);
            case DELETE -> before.concat(after.substring(Math.min(after.size(), random.nextInt(MAX_DELETED))));
            case INSERT -> before.concat(noise(random)).concat(bytes.substring(place));
            case SWAP -> swapped(bytes, place, random.nextInt(bytes.size()));
            case TRUNCATE -> before;
        };
    }

    private static ByteString one(int value) {
        return ByteString.copyFrom(new byte[] {(byte) value});
    }

    private static ByteString noise(Random random) {
        byte[] noise = new byte[1 + random.nextInt(MAX_INSERTED)];
        random.nextBytes(noise);
        return ByteString.copyFrom(noise);
    }

    private static ByteString swapped(ByteString bytes, int one, int other) {
        byte[] changed = bytes.toByteArray();
        changed[one] = bytes.byteAt(other);
        changed[other] = bytes.byteAt(one);
        return ByteString.copyFrom(changed);
    }
}
