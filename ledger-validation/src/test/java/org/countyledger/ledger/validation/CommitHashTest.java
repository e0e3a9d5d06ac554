package org.countyledger.ledger.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.HexFormat;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.UpdateBatch;
import org.junit.jupiter.api.Test;

class CommitHashTest {
    private static ByteString hex(String text) {
        return ByteString.copyFrom(HexFormat.of().parseHex(text.replace(" ", "")));
    }

    private static ByteString utf8(String text) {
        return ByteString.copyFromUtf8(text);
    }

    @Test
    void versionsAreTwoNumbersWithTheirLengthsBeforeThem() {
        assertThat(CommitHash.versionBytes(new Version(0, 0))).isEqualTo(hex("00 00"));
        assertThat(CommitHash.versionBytes(new Version(1, 255))).isEqualTo(hex("01 01 01 ff"));
        assertThat(CommitHash.versionBytes(new Version(256, 65536))).isEqualTo(hex("02 01 00 03 01 00 00"));
    }

    @Test
    void theHashIsOverCodesSortedWritesAndTheHashBefore() {
        UpdateBatch updates = new UpdateBatch();
        updates.put("", "CONFIG", utf8("x"), Collections.emptySortedMap(), new Version(1, 0));
        updates.delete("n", "b", new Version(1, 1));
        updates.put("n", "a", utf8("v"), Collections.emptySortedMap(), new Version(1, 0));
        updates.putHash("n", "c", utf8("k"), utf8("h"), Collections.emptySortedMap(), new Version(1, 0));
        updates.putHash("m", "c", utf8("k"), utf8("h"), Collections.emptySortedMap(), new Version(1, 0));

        String expected = "02 00 0b" // two codes
                + "0a 11 0a 01 6d 12 01 63 1a 01 6b 2a 01 68 32 03 01 01 00" // m: collection c
                + "0a 0e 0a 01 6e 1a 01 61 2a 01 76 32 03 01 01 00" // n: a
                + "0a 0b 1a 01 62 20 01 32 04 01 01 01 01" // b deleted
                + "0a 0e 12 01 63 1a 01 6b 2a 01 68 32 03 01 01 00"; // collection c
        assertThat(CommitHash.next(utf8("before"), hex("00 0b"), updates))
                .isEqualTo(Sha256.of(hex(expected), utf8("before")));
    }

    @Test
    void aKeyOrderByUtf16WouldGiveAnotherHash() {
        UpdateBatch updates = new UpdateBatch();
        updates.put("n", Character.toString(0x10ffff), utf8("1"), Collections.emptySortedMap(), new Version(1, 0));
        updates.put("n", "\uff21", utf8("2"), Collections.emptySortedMap(), new Version(1, 0));
        assertThat(updates.publicWrites("n").firstKey()).isEqualTo("\uff21");
    }
}
