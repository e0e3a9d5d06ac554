package org.countyledger.embedded.channel;

import java.util.Optional;
import org.countyledger.ledger.identity.SigningIdentity;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;

/**
 * One organisation of the channel with all its keys.
 *
 * @param peerPort port of its peer's endpoint: 0 for any free one, negative for none (in-process only)
 */
public record OrganizationSetup(
        FabricMSPConfig msp,
        SigningIdentity peer,
        SigningIdentity orderer,
        String host,
        int peerPort,
        Optional<TlsMaterial> peerTls,
        Optional<TlsMaterial> ordererTls) {
    public OrganizationSetup {
        if (msp.getName().isEmpty()
                || !peer.mspId().equals(msp.getName())
                || !orderer.mspId().equals(msp.getName())) {
            throw new IllegalArgumentException("Peer " + peer.mspId() + " and orderer " + orderer.mspId()
                    + " must belong to the MSP '" + msp.getName() + "'");
        }
        if (peerPort > 0xffff) {
            throw new IllegalArgumentException(peerPort + " is no port");
        }
    }

    public String mspId() {
        return msp.getName();
    }
}
