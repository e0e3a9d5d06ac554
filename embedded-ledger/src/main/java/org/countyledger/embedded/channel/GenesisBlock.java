package org.countyledger.embedded.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.embedded.ordering.BatchSettings;
import org.countyledger.ledger.genesis.BlockCutting;
import org.countyledger.ledger.genesis.ChannelMember;
import org.countyledger.ledger.genesis.ChannelSetup;
import org.countyledger.ledger.genesis.Genesis;
import org.countyledger.ledger.genesis.Ordering;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Consenter;

/** Block 0 of an embedded channel: that of a real one whose ordering nodes all listen on one port. */
public final class GenesisBlock {
    private static final Duration MAX_INTERVAL = Duration.ofMillis(50);

    private GenesisBlock() {}

    public static Block build(
            String channel, List<OrganizationSetup> organizations, int ordererPort, BatchSettings batch, Instant now) {
        List<ChannelMember> members = new ArrayList<>();
        for (OrganizationSetup organization : organizations) {
            Consenter consenter = consenter(organization, members.size() + 1, ordererPort);
            members.add(new ChannelMember(organization.msp(), Optional.empty(), Optional.of(consenter)));
        }
        BlockCutting cutting = new BlockCutting(
                batch.maxMessages(),
                Math.toIntExact(batch.absoluteMaxBytes()),
                Math.toIntExact(batch.preferredMaxBytes()),
                batch.timeout());
        ChannelSetup setup = new ChannelSetup(channel, members, Ordering.Bft.sample(cutting, MAX_INTERVAL), cutting);
        return Genesis.block(setup, now);
    }

    private static Consenter consenter(OrganizationSetup organization, int id, int port) {
        Consenter.Builder consenter = Consenter.newBuilder()
                .setId(id)
                .setHost(organization.host())
                .setPort(port)
                .setMspId(organization.mspId())
                .setIdentity(Certificates.pemOf(organization.orderer()));
        organization
                .ordererTls()
                .ifPresent(tls -> consenter.setClientTlsCert(tls.certificate()).setServerTlsCert(tls.certificate()));
        return consenter.build();
    }
}
