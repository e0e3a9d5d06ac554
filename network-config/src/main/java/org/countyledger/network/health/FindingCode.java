package org.countyledger.network.health;

/** Every way in which a county can be unwell; scripts may rely on the names. */
public enum FindingCode {
    /** Another program listens where one of ours should. */
    PORT_TAKEN,
    /** A peer's clock and this computer's are too far apart. */
    CLOCK_SKEW,
    /** A certificate has ended. */
    CERTIFICATE_EXPIRED,
    /** A certificate ends within thirty days. */
    CERTIFICATE_ENDS_SOON,
    /** The channel does not take a certificate: of another authority, or revoked. */
    CERTIFICATE_NOT_OF_CHANNEL,
    /** An organisation agreed to another package than the one its contract runs. */
    PACKAGE_MISMATCH,
    /** A peer does not have the contract's package, or the channel no definition of it. */
    CONTRACT_MISSING,
    /** A peer has fewer blocks than others and gets no more. */
    PEER_BEHIND,
    /** Peers have different blocks of one number. */
    PEERS_DIFFER,
    /** A peer does not reach its contract. */
    CHAINCODE_NOT_CONNECTED,
    /** An orderer has fewer blocks than others and gets no more. */
    ORDERER_STANDS_STILL,
    /** A node does not answer. */
    NODE_SILENT,
    /** A program is not on this computer. */
    TOOL_MISSING,
    /** A program is of another release than this county needs. */
    WRONG_VERSION,
    /** There is hardly any room for more blocks. */
    DISK_FULL
}
