package org.countyledger.embedded.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.countyledger.embedded.channel.GenesisBlock;
import org.countyledger.embedded.channel.TlsMaterial;
import org.countyledger.embedded.ordering.BatchSettings;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.identity.SigningIdentity;
import org.hyperledger.fabric.protos.common.Block;

/** The channel {@code county} of two organisations, made once for all tests, and a third that stays outside. */
public final class TestChannel {
    public static final String NAME = "county";
    /** Long ago, so that no certificate of a test has expired. */
    public static final Instant NOW = Instant.parse("2020-03-02T08:00:00Z");

    public static final ThrowawayOrganization CIVIL = ThrowawayOrganization.withTls("CivilAffairsMSP");
    public static final ThrowawayOrganization AUDIT = ThrowawayOrganization.plain("AuditMSP");
    public static final ThrowawayOrganization STRANGER = ThrowawayOrganization.plain("StrangerMSP");
    public static final SigningIdentity PEER = CIVIL.setup(-1).peer();
    public static final SigningIdentity CLIENT = CIVIL.client("clerk").signing();
    public static final Block GENESIS = GenesisBlock.build(
            NAME,
            List.of(CIVIL.setup(-1), AUDIT.setup(-1)),
            7050,
            new BatchSettings(10, 1 << 19, 10 << 20, Duration.ofMillis(10)),
            NOW);
    public static final ChannelConfig CONFIG = config();

    private TestChannel() {}

    private static ChannelConfig config() {
        try {
            return ChannelConfig.of(GENESIS);
        } catch (InvalidChannelException e) {
            throw new IllegalStateException("The genesis block of a test is not valid", e);
        }
    }

    /** Credentials of a server or client under one TLS authority. */
    public static TlsMaterial tls(String commonName) {
        return CIVIL.tlsMaterial(commonName);
    }
}
