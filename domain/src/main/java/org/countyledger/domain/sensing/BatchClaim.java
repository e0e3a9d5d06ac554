package org.countyledger.domain.sensing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Header;

/**
 * What an oracle node signs about a batch of windows. The root commits to every window's root and statistics.
 *
 * @param first number of the first window, counted from the datastream's first
 * @param batchRoot RFC 9162 root over the canonical JSON of the windows, hex
 * @param ruleVersion e.g. {@code air@1}
 * @param configDigest of the datastream's configuration
 * @param seq of the datastream's header that the batch follows
 */
public record BatchClaim(
        String datastream,
        Ingest ingest,
        long first,
        long last,
        String batchRoot,
        String ruleVersion,
        String configDigest,
        long seq) {
    private static final byte[] DOMAIN = "county/batch/v1".getBytes(StandardCharsets.UTF_8);

    /** The claim about windows that follow the last ones of the datastream. */
    public static BatchClaim of(Header datastream, Ingest ingest, List<Window> windows) {
        DatastreamView view = new DatastreamView(datastream);
        long first = view.nextWindow();
        return new BatchClaim(
                datastream.id(),
                ingest,
                first,
                first + windows.size() - 1,
                root(windows),
                view.ruleVersion(),
                view.configDigest(),
                datastream.seq());
    }

    public static String root(List<Window> windows) {
        return MerkleTree.root(windows.stream().map(Window::leaf).toList());
    }

    /** The exact bytes that are signed, P-256 with SHA-256. */
    public byte[] signedBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(DOMAIN);
        bytes.writeBytes(CanonicalJson.write(this));
        return bytes.toByteArray();
    }
}
