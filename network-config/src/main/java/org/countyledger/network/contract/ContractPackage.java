package org.countyledger.network.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Digests;

/**
 * What is installed on a peer. It holds no code, because the contract runs as a service of its own, and no address or key,
 * because each peer has others: so its bytes, and the id that Fabric makes of them, follow from the definition alone.
 */
public final class ContractPackage {
    private static final int DEFLATED_WELL = 9;
    private static final int OF_NO_SYSTEM = 255;

    private final String label;
    private final byte[] bytes;

    private ContractPackage(String label, byte[] bytes) {
        this.label = label;
        this.bytes = bytes;
    }

    public static ContractPackage of(ContractDefinition definition) {
        Map<String, byte[]> code = new LinkedHashMap<>();
        code.put("contract.json", json(Map.of("name", definition.name(), "version", definition.version())));
        Map<String, byte[]> whole = new LinkedHashMap<>();
        whole.put("metadata.json", json(Map.of("type", "ccaas", "label", definition.label())));
        whole.put("code.tar.gz", archive(code));
        return new ContractPackage(definition.label(), archive(whole));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** As the peer computes it. */
    public String id() {
        return label + ":" + Digests.sha256Hex(bytes);
    }

    private static byte[] json(Map<String, String> content) {
        return CanonicalJson.text(content).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] archive(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GzipCompressorOutputStream(out, sameEverywhere()))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                entry.setModTime(0);
                entry.setIds(0, 0);
                entry.setNames("", "");
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A package cannot be written to memory", e);
        }
        return out.toByteArray();
    }

    private static GzipParameters sameEverywhere() {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(DEFLATED_WELL);
        parameters.setOperatingSystem(OF_NO_SYSTEM);
        parameters.setModificationTime(0);
        return parameters;
    }
}
