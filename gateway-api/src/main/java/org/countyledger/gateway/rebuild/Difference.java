package org.countyledger.gateway.rebuild;

import java.util.HexFormat;
import java.util.Optional;
import org.countyledger.client.block.Checkpoint;

/**
 * Where the read tables are not what the chain gives.
 *
 * @param place table and key
 * @param expected what the chain gives; absent: no such row
 * @param found what the table holds; absent: no such row
 */
public record Difference(String place, Optional<String> expected, Optional<String> found) {
    private static final String NOTHING = "no row";

    static Difference ofChain(Checkpoint live, Checkpoint chain) {
        return new Difference("block " + live.block(), Optional.of(hash(chain)), Optional.of(hash(live)));
    }

    private static String hash(Checkpoint checkpoint) {
        return HexFormat.of().formatHex(checkpoint.hash().toByteArray());
    }

    /** For people. */
    public String sentence() {
        return place + ": the chain gives " + expected.orElse(NOTHING) + ", the table has " + found.orElse(NOTHING);
    }
}
