package org.countyledger.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.genesis.Genesis;
import org.countyledger.ledger.identity.MspFolder;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.network.authority.Revocation;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates of a channel, judged by the rules by which peers judge them. */
final class ConfigUpdatesTest {
    private static final List<String> MAJORITY = List.of("CivilAffairsMSP", "GovernanceMSP", "EcologyMSP");

    @TempDir
    private Path folder;

    private Optional<TestCounty> made = Optional.empty();
    private Optional<ChannelConfig> founded = Optional.empty();

    @BeforeEach
    void make() throws Exception {
        made = Optional.of(TestCounty.in(folder));
        founded = Optional.of(ChannelConfig.of(
                Genesis.block(CountyChannel.of(county().inventory(), county().directory()), Instant.now())));
    }

    private TestCounty county() {
        return made.orElseThrow();
    }

    private ChannelConfig channel() {
        return founded.orElseThrow();
    }

    private SigningIdentity administrator(String mspId) {
        return new Administrator(mspId, county().directory().organization(mspId)).identity();
    }

    private ByteString client(String subject) throws Exception {
        Path identity = county().directory().identities().resolve(subject);
        return SerializedIdentity.newBuilder()
                .setMspid(subject.substring(0, subject.indexOf('.')))
                .setIdBytes(ByteString.copyFrom(Files.readAllBytes(identity.resolve("cert.pem"))))
                .build()
                .toByteString();
    }

    /** The channel after an update, as orderers would put it into a block. */
    private ChannelConfig after(ConfigUpdate update, ConfigGroup wanted, List<String> signers) throws Exception {
        Envelope sent = ConfigUpdates.signed(
                update, signers.stream().map(this::administrator).toList(), Instant.now());
        ConfigEnvelope next = ConfigEnvelope.newBuilder()
                .setConfig(Config.newBuilder()
                        .setSequence(channel().sequence() + 1)
                        .setChannelGroup(wanted))
                .setLastUpdate(sent)
                .build();
        Payload payload = Payload.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(ChannelHeader.newBuilder()
                                .setType(HeaderType.CONFIG_VALUE)
                                .setChannelId("county")
                                .build()
                                .toByteString()))
                .setData(next.toByteString())
                .build();
        return channel()
                .next(Envelope.newBuilder()
                        .setPayload(payload.toByteString())
                        .build()
                        .toByteString());
    }

    private ChannelConfig afterRevocation(List<String> signers) throws Exception {
        ConfigGroup before = channel().config().getChannelGroup();
        ConfigGroup wanted = ConfigUpdates.withMsp(
                before,
                "AuditMSP",
                MspFolder.read(
                        "AuditMSP",
                        county().directory().organization("AuditMSP").msp()));
        ConfigUpdate update = ConfigDifference.between("county", before, wanted);
        return after(update, withNextVersions(before, wanted), signers);
    }

    /** An orderer raises the versions of what was changed. */
    private static ConfigGroup withNextVersions(ConfigGroup before, ConfigGroup wanted) {
        ConfigGroup.Builder raised = wanted.toBuilder();
        for (String name : List.of("Application", "Orderer")) {
            ConfigGroup group = wanted.getGroupsOrThrow(name);
            ConfigGroup member = group.getGroupsOrThrow("AuditMSP");
            var msp = member.getValuesOrThrow("MSP").toBuilder().setVersion(1).build();
            raised.putGroups(
                    name,
                    group.toBuilder()
                            .putGroups(
                                    "AuditMSP",
                                    member.toBuilder().putValues("MSP", msp).build())
                            .build());
        }
        assertThat(before).isNotEqualTo(wanted);
        return raised.build();
    }

    @Test
    void aRevokedIdentityIsNoMemberOnceTheChannelHasTheList() throws Exception {
        ByteString timer = client("AuditMSP.SYSTEM_TIMER");
        ByteString conduit = client("AuditMSP.CONDUIT");
        assertThat(channel().msps().identity(timer).isValid()).isTrue();

        assertThat(new Revocation(county().directory()).revoke("AuditMSP.SYSTEM_TIMER", Instant.now()))
                .isEqualTo("AuditMSP");
        ChannelConfig after = afterRevocation(
                Stream.concat(MAJORITY.stream(), Stream.of("AuditMSP")).toList());

        assertThat(after.msps().identity(timer).invalidity()).isPresent();
        assertThat(after.msps().identity(conduit).isValid()).isTrue();
    }

    @Test
    void anOrganizationThatSignsForNobodyChangesNothingOfAnother() throws Exception {
        String unused = new Revocation(county().directory()).revoke("AuditMSP.SYSTEM_TIMER", Instant.now());

        assertThatThrownBy(() -> afterRevocation(List.of("EcologyMSP")))
                .isInstanceOf(InvalidChannelException.class)
                .hasMessageContaining("not satisfied");
    }

    @Test
    void aSecondRevocationKeepsTheFirst() throws Exception {
        Revocation revocation = new Revocation(county().directory());
        String first = revocation.revoke("AuditMSP.SYSTEM_TIMER", Instant.now());
        String second = revocation.revoke("AuditMSP.CONDUIT", Instant.now());

        ChannelConfig after = afterRevocation(List.of("CivilAffairsMSP", "GovernanceMSP", "AuditMSP"));

        assertThat(first).isEqualTo(second);
        assertThat(after.msps().identity(client("AuditMSP.SYSTEM_TIMER")).isValid())
                .isFalse();
        assertThat(after.msps().identity(client("AuditMSP.CONDUIT")).isValid()).isFalse();
    }
}
