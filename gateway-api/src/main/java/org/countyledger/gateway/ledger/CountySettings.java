package org.countyledger.gateway.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.PeerAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which ledger this process speaks to, and as whom (docs/architecture/wiring.md).
 *
 * @param owner name of this process in the operation store
 * @param identities {@code identities.json}
 * @param peers tried in this order
 * @param inventory names of departments for people; without it they are shown by their ids
 */
@ConfigurationProperties("county")
public record CountySettings(
        String channel,
        String chaincode,
        String owner,
        Path identities,
        List<PeerSettings> peers,
        @Nullable Path inventory) {

    /**
     * One gateway peer.
     *
     * @param tlsRoot PEM of the authority that its server certificate comes from; absent: plain text
     */
    public record PeerSettings(
            String organization, String address, @Nullable Path tlsRoot) {
        private PeerAddress toAddress() {
            return new PeerAddress(organization, address, Optional.ofNullable(tlsRoot), Optional.empty());
        }
    }

    /** The peers in their order. */
    public List<PeerAddress> addresses() {
        return peers.stream().map(PeerSettings::toAddress).toList();
    }

    Optional<Path> inventoryFile() {
        return Optional.ofNullable(inventory);
    }
}
