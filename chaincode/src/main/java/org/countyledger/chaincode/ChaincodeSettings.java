package org.countyledger.chaincode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;

/**
 * What {@code chaincode-MSP.json} says (docs/architecture/wiring.md).
 *
 * @param packageId under which the peer knows this process
 * @param chaincode name that residents sign
 * @param tls absent: plain text
 */
record ChaincodeSettings(
        String packageId,
        String chaincode,
        String mspId,
        String host,
        int port,
        int clockToleranceSeconds,
        Optional<Tls> tls) {

    /** PEM files: own certificate and key, and the roots of the peers that may connect. */
    record Tls(String certificate, String privateKey, String clientRoots) {}

    static ChaincodeSettings read(Path file) throws IOException {
        return CanonicalJson.read(Files.readAllBytes(file), ChaincodeSettings.class);
    }

    Duration clockTolerance() {
        return Duration.ofSeconds(clockToleranceSeconds);
    }
}
