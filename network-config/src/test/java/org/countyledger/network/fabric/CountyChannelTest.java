package org.countyledger.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.genesis.Genesis;
import org.countyledger.network.inventory.Consensus;
import org.hyperledger.fabric.protos.common.Consenter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CountyChannelTest {
    @TempDir
    private Path folder;

    @Test
    void onBftEveryOrganizationOrdersUnderItsOneMsp() throws Exception {
        ChannelConfig channel = channel(Consensus.BFT);

        assertThat(channel.consenters())
                .extracting(Consenter::getMspId, Consenter::getPort)
                .containsExactly(
                        tuple("CivilAffairsMSP", 7050),
                        tuple("GovernanceMSP", 7060),
                        tuple("EcologyMSP", 7070),
                        tuple("AuditMSP", 7080));
        assertThat(channel.ordererOrganizations().keySet())
                .isEqualTo(channel.applicationOrganizations().keySet());
    }

    @Test
    void onRaftTheFirstOrganizationAloneOrders() throws Exception {
        ChannelConfig channel = channel(Consensus.RAFT);

        assertThat(channel.consensusType()).isEqualTo("etcdraft");
        assertThat(channel.ordererOrganizations().keySet()).containsExactly("CivilAffairsMSP");
        assertThat(channel.applicationOrganizations()).hasSize(4);
    }

    private ChannelConfig channel(Consensus consensus) throws Exception {
        TestCounty county = TestCounty.in(folder).ordering(consensus);
        return ChannelConfig.of(Genesis.block(CountyChannel.of(county.inventory(), county.directory()), Instant.now()));
    }
}
