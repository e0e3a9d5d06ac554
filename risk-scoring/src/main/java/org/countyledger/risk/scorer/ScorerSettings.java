package org.countyledger.risk.scorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.PeerAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Everything that can be set about this process (docs/architecture/wiring.md).
 *
 * @param owner name of this process in the operation store
 * @param identities {@code identities.json}
 * @param subject the SCORING_NODE identity that attests scores and submits them
 * @param peers tried in this order; one of them is of the organisation that owns scores
 * @param models folder of the models' files, each under the name of its model
 */
@ConfigurationProperties("county")
public record ScorerSettings(
        String channel,
        String chaincode,
        String owner,
        Path identities,
        String subject,
        List<PeerSettings> peers,
        Path models) {

    public ScorerSettings {
        peers = List.copyOf(peers);
    }

    /**
     * One gateway peer.
     *
     * @param tlsRoot PEM of the authority that its server certificate comes from; absent: plain text
     */
    public record PeerSettings(
            String organization, String address, @Nullable Path tlsRoot) {
        PeerAddress toAddress() {
            return new PeerAddress(organization, address, Optional.ofNullable(tlsRoot), Optional.empty());
        }
    }
}
