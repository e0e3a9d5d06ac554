package org.countyledger.oracle.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countyledger.client.PeerAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Everything that can be set about this process (docs/architecture/wiring.md).
 *
 * @param owner name of this process in the operation store
 * @param identities {@code identities.json}
 * @param subject the ORACLE_NODE identity that signs batches and submits them
 * @param peers tried in this order
 */
@ConfigurationProperties("county")
public record OracleSettings(
        String channel,
        String chaincode,
        String owner,
        Path identities,
        String subject,
        List<PeerSettings> peers,
        Issuer issuer,
        Oracle oracle) {

    public OracleSettings {
        peers = List.copyOf(peers);
    }

    /**
     * One gateway peer.
     *
     * @param tlsRoot PEM of the authority that its server certificate comes from; absent: plain text
     */
    public record PeerSettings(
            String organization, String address, @Nullable Path tlsRoot) {
        public PeerAddress toAddress() {
            return new PeerAddress(organization, address, Optional.ofNullable(tlsRoot), Optional.empty());
        }
    }

    /**
     * Whose bearer tokens are taken.
     *
     * @param name the {@code iss} of every token
     * @param keys JWK set file with its public keys
     */
    public record Issuer(String name, Path keys) {}

    /**
     * What only the oracle has.
     *
     * @param adapterKey PEM of the Ed25519 key that signs what files and JSON feeds bring
     * @param feeders subjects of the tokens that may bring them
     * @param grace how long after a window's end its readings may still come
     * @param settle quiet time after which the last window of a feed closes, though nothing later came
     * @param maxFile largest file that is taken, as it is sent
     * @param maxUnpacked largest file that is taken, unpacked
     * @param maxReadings readings in one request
     */
    public record Oracle(
            Path adapterKey,
            @DefaultValue Set<String> feeders,
            @DefaultValue("10s") Duration grace,
            @DefaultValue("2s") Duration settle,
            @DefaultValue("32MB") DataSize maxFile,
            @DefaultValue("64MB") DataSize maxUnpacked,
            @DefaultValue("5000") int maxReadings) {

        public Oracle {
            feeders = Set.copyOf(feeders);
            if (grace.isNegative() || settle.isNegative()) {
                throw new IllegalArgumentException("grace and settle are not negative");
            }
        }
    }
}
