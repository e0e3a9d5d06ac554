package org.countyledger.acceptance.sensing;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.countyledger.acceptance.testing.Json;
import org.countyledger.acceptance.testing.Key;
import org.countyledger.acceptance.testing.Signing;

/** The first batch of a datastream, a day without readings, in the contract's own form: who signs it is the question. */
public record Batch(String datastream) {
    private static final int WINDOWS = 24;
    private static final Map<String, Object> MISSING = Map.of(
            "root", Key.sha256(new byte[0]), "count", 0, "sum", 0, "min", 0, "median", 0, "max", 0, "flags", Map.of());

    /** The command that appends it, with this signature by this key. */
    public String command(String spki, Signing signer) {
        String root = HexFormat.of().formatHex(root(WINDOWS));
        Map<String, Object> clear = Map.of(
                "variant",
                "BACKFILL",
                "first",
                0,
                "batchRoot",
                root,
                "ruleState",
                Map.of("above", 0, "below", 0, "open", false),
                "windows",
                Collections.nCopies(WINDOWS, MISSING),
                "signatures",
                List.of(Map.of("spki", spki, "signature", signer.sign(Json.canonical(Map.of("root", root))))));
        return Json.write(Map.of(
                "kind",
                "Datastream",
                "id",
                datastream,
                "action",
                "appendBatch",
                "expectedSeq",
                1,
                "clear",
                clear,
                "commitments",
                Map.of(),
                "idempotency",
                Map.of("tag", Key.next().tag(), "mac", Key.next().tag()),
                "notAfter",
                Instant.now().plus(Duration.ofMinutes(1)).toString(),
                "signatures",
                List.of()));
    }

    /** RFC 9162, 2.1.1, over equal leaves. */
    private static byte[] root(int leaves) {
        if (leaves == 1) {
            return hash(0, Json.canonical(MISSING));
        }
        int left = Integer.highestOneBit(leaves - 1);
        return hash(1, root(left), root(leaves - left));
    }

    private static byte[] hash(int prefix, byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(prefix);
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return HexFormat.of().parseHex(Key.sha256(bytes.toByteArray()));
    }
}
