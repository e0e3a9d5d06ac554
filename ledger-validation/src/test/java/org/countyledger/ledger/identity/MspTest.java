package org.countyledger.ledger.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECKey;
import java.util.Base64;
import java.util.List;
import org.countyledger.ledger.policy.ApplicationPolicies;
import org.countyledger.ledger.testing.TestAuthority;
import org.hyperledger.fabric.protos.common.CombinedPrincipal;
import org.hyperledger.fabric.protos.common.MSPIdentityAnonymity;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPPrincipal.Classification;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.OrganizationUnit;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MspTest {
    private final TestAuthority authority = TestAuthority.root("A");

    private static Identity identity(FabricMSPConfig.Builder config, SigningIdentity member) throws IdentityException {
        return MspManager.of(List.of(config.build())).identity(member.serialized());
    }

    private static MSPPrincipal role(MSPRoleType role) {
        return ApplicationPolicies.role("A", role);
    }

    private static MSPPrincipal principal(Classification classification, ByteString bytes) {
        return MSPPrincipal.newBuilder()
                .setPrincipalClassification(classification)
                .setPrincipal(bytes)
                .build();
    }

    @Test
    void aMemberWithExactlyOneOfTheFourUnitsIsValid() throws IdentityException {
        for (String unit : List.of("client", "peer", "admin", "orderer")) {
            assertThat(identity(authority.msp(), authority.issue("x", unit, "department"))
                            .isValid())
                    .isTrue();
        }
        assertThat(identity(authority.msp(), authority.issue("x")).isValid()).isFalse();
        assertThat(identity(authority.msp(), authority.issue("x", "department")).isValid())
                .isFalse();
        assertThat(identity(authority.msp(), authority.issue("x", "peer", "client"))
                        .isValid())
                .isFalse();
    }

    @Test
    void aCertificateWithAChangedBitIsRefusedInOrderWhateverTheBit() throws Exception {
        MspManager msps = MspManager.of(List.of(authority.msp().build()));
        byte[] der = authority.issue("x", "peer").certificate().getEncoded();
        for (int bit = 0; bit < der.length * 8; bit += 3) {
            byte[] changed = der.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            String pem = "-----BEGIN CERTIFICATE-----\n"
                    + java.util.Base64.getMimeEncoder().encodeToString(changed) + "\n-----END CERTIFICATE-----\n";
            ByteString serialized = org.hyperledger.fabric.protos.msp.SerializedIdentity.newBuilder()
                    .setMspid("A")
                    .setIdBytes(ByteString.copyFromUtf8(pem))
                    .build()
                    .toByteString();
            assertThat(isMember(msps, serialized)).as("bit %d", bit).isFalse();
        }
    }

    private static boolean isMember(MspManager msps, ByteString serialized) {
        try {
            return msps.identity(serialized).isValid();
        } catch (IdentityException e) {
            return false;
        }
    }

    @Test
    void rolesFollowTheUnits() throws IdentityException {
        Identity peer = identity(authority.msp(), authority.issue("x", "peer"));
        assertThat(peer.satisfies(role(MSPRoleType.MEMBER))).isTrue();
        assertThat(peer.satisfies(role(MSPRoleType.PEER))).isTrue();
        assertThat(peer.satisfies(role(MSPRoleType.CLIENT))).isFalse();
        assertThat(peer.satisfies(role(MSPRoleType.ADMIN))).isFalse();
        assertThat(peer.satisfies(role(MSPRoleType.ORDERER))).isFalse();
        assertThat(peer.satisfies(ApplicationPolicies.role("B", MSPRoleType.PEER)))
                .isFalse();
        assertThat(identity(authority.msp(), authority.issue("x", "admin")).satisfies(role(MSPRoleType.ADMIN)))
                .isTrue();
        assertThat(identity(authority.msp(), authority.issue("x", "orderer")).satisfies(role(MSPRoleType.ORDERER)))
                .isTrue();
    }

    @Test
    void anAdministratorMayBeNamedByCertificate() throws IdentityException {
        SigningIdentity named = authority.issue("boss", "client");
        FabricMSPConfig.Builder msp = authority.msp().addAdmins(Pem.certificate(named.certificate()));
        assertThat(identity(msp, named).satisfies(role(MSPRoleType.ADMIN))).isTrue();
    }

    @Test
    void withoutUnitsAdministratorsMustBeNamed() {
        assertThatThrownBy(() -> MspManager.of(
                        List.of(authority.msp().clearFabricNodeOus().build())))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("administrators must be declared");
    }

    @Test
    void aRevokedCertificateIsInvalidAndAListOfAnotherAuthorityRevokesNothing() throws IdentityException {
        SigningIdentity revoked = authority.issue("x", "peer");
        TestAuthority other = TestAuthority.root("A");
        assertThat(identity(authority.msp().addRevocationList(authority.revoke(revoked.certificate())), revoked)
                        .invalidity())
                .contains("The certificate has been revoked");
        assertThat(identity(authority.msp().addRevocationList(other.revoke(revoked.certificate())), revoked)
                        .isValid())
                .isTrue();
        SigningIdentity innocent = authority.issue("y", "peer");
        assertThat(identity(authority.msp().addRevocationList(authority.revoke(revoked.certificate())), innocent)
                        .isValid())
                .isTrue();
    }

    @Test
    void aCertificateOfAnotherAuthorityOrOrganisationIsUnknown() throws IdentityException {
        SigningIdentity stranger = TestAuthority.root("A").issue("x", "peer");
        SigningIdentity foreign = TestAuthority.root("B").issue("x", "peer");
        assertThatThrownBy(() -> identity(authority.msp(), stranger)).isInstanceOf(IdentityException.class);
        assertThatThrownBy(() -> identity(authority.msp(), foreign)).hasMessageContaining("MSP B is not defined");
        MspManager manager = MspManager.of(List.of(authority.msp().build()));
        assertThatThrownBy(() -> manager.identity(ByteString.copyFrom(new byte[] {-1})))
                .isInstanceOf(IdentityException.class);
    }

    @Test
    void anIntermediateAuthorityIssuesMembersAndItsRootNoLongerDoes() throws IdentityException {
        TestAuthority intermediate = authority.intermediate();
        FabricMSPConfig.Builder msp = authority.msp().addIntermediateCerts(intermediate.pem());
        assertThat(identity(msp, intermediate.issue("x", "peer")).isValid()).isTrue();
        assertThat(identity(msp, authority.issue("x", "peer")).isValid()).isFalse();
        assertThatThrownBy(() -> identity(authority.msp(), intermediate.issue("x", "peer")))
                .isInstanceOf(IdentityException.class);
    }

    @Test
    void anAuthorityIsNoMember() throws IdentityException {
        SigningIdentity self =
                SigningIdentity.of("A", authority.pem(), TestAuthority.p256().getPrivate());
        assertThat(identity(authority.msp(), self).isValid()).isFalse();
    }

    @Test
    void aUnitMayBeTiedToItsAuthority() throws IdentityException {
        TestAuthority peers = authority.intermediate();
        TestAuthority clients = authority.intermediate();
        FabricMSPConfig.Builder msp = authority.msp().addIntermediateCerts(peers.pem());
        msp.getFabricNodeOusBuilder().getPeerOuIdentifierBuilder().setCertificate(peers.pem());
        assertThat(identity(msp, peers.issue("x", "peer")).isValid()).isTrue();
        FabricMSPConfig.Builder unknown = authority.msp();
        unknown.getFabricNodeOusBuilder().getPeerOuIdentifierBuilder().setCertificate(clients.pem());
        assertThatThrownBy(() -> MspManager.of(List.of(unknown.build()))).isInstanceOf(IdentityException.class);
    }

    @Test
    void anMspMayAcceptOnlyNamedUnits() throws IdentityException {
        FabricMSPConfig.Builder msp = authority
                .msp()
                .addOrganizationalUnitIdentifiers(FabricOUIdentifier.newBuilder()
                        .setOrganizationalUnitIdentifier("county")
                        .setCertificate(authority.pem()));
        assertThat(identity(msp, authority.issue("x", "peer", "county")).isValid())
                .isTrue();
        assertThat(identity(msp, authority.issue("x", "peer")).isValid()).isFalse();
    }

    @Test
    void aPrincipalMayBeAUnitAnIdentityAllOfSeveralOrNominal() throws IdentityException {
        SigningIdentity member = authority.issue("x", "peer", "county");
        Identity identity = identity(authority.msp(), member);
        ByteString unit = OrganizationUnit.newBuilder()
                .setMspIdentifier("A")
                .setOrganizationalUnitIdentifier("county")
                .setCertifiersIdentifier(identity.check().certifiers())
                .build()
                .toByteString();
        MSPPrincipal ofUnit = principal(Classification.ORGANIZATION_UNIT, unit);
        MSPPrincipal same = principal(Classification.IDENTITY, member.serialized());
        MSPPrincipal other =
                principal(Classification.IDENTITY, authority.issue("y", "peer").serialized());
        assertThat(identity.satisfies(ofUnit)).isTrue();
        assertThat(identity.satisfies(same)).isTrue();
        assertThat(identity.satisfies(other)).isFalse();
        assertThat(identity.satisfies(combined(ofUnit, same))).isTrue();
        assertThat(identity.satisfies(combined(ofUnit, combined(same, other)))).isFalse();
        assertThat(identity.satisfies(combined())).isFalse();
        assertThat(identity.satisfies(anonymity(MSPIdentityAnonymity.MSPIdentityAnonymityType.NOMINAL)))
                .isTrue();
        assertThat(identity.satisfies(anonymity(MSPIdentityAnonymity.MSPIdentityAnonymityType.ANONYMOUS)))
                .isFalse();
        assertThat(identity.satisfies(principal(Classification.ROLE, ByteString.copyFrom(new byte[] {-1}))))
                .isFalse();
    }

    private static MSPPrincipal combined(MSPPrincipal... principals) {
        return principal(
                Classification.COMBINED,
                CombinedPrincipal.newBuilder()
                        .addAllPrincipals(List.of(principals))
                        .build()
                        .toByteString());
    }

    private static MSPPrincipal anonymity(MSPIdentityAnonymity.MSPIdentityAnonymityType type) {
        return principal(
                Classification.ANONYMITY,
                MSPIdentityAnonymity.newBuilder().setAnonymityType(type).build().toByteString());
    }

    @Test
    void ed25519MembersAreValidOnlyWhereTheChannelAllowsThem() throws IdentityException {
        SigningIdentity member = authority.issue(TestAuthority.ed25519(), "x", "peer");
        ByteString message = ByteString.copyFromUtf8("m");
        assertThat(identity(authority.msp(), member).isValid()).isTrue();
        assertThat(identity(authority.msp(), member).verify(message, member.sign(message)))
                .isTrue();
        Msp older = new Msp(authority.msp().build(), false);
        assertThat(new MspManager(List.of(older)).identity(member.serialized()).isValid())
                .isFalse();
    }

    @Test
    void certificatesWithHighSAreRewrittenBeforeTheyAreCompared() throws IdentityException {
        for (int i = 0; i < 16; i++) {
            SigningIdentity member = authority.issue("x", "peer");
            Identity identity = identity(authority.msp(), member);
            assertThat(identity.certificate().getPublicKey())
                    .isEqualTo(member.certificate().getPublicKey());
            assertThat(Signatures.isLowS(
                            (ECKey) authority.certificate().getPublicKey(),
                            ByteString.copyFrom(identity.certificate().getSignature())))
                    .isTrue();
            assertThat(identity.isValid()).isTrue();
        }
    }

    @Test
    void anMspFolderHoldsTheSameDefinition(@TempDir Path folder) throws IOException, IdentityException {
        SigningIdentity member = authority.issue("x", "peer");
        Files.createDirectories(folder.resolve("cacerts"));
        Files.write(folder.resolve("cacerts/ca.pem"), authority.pem().toByteArray());
        Files.createDirectories(folder.resolve("crls"));
        Files.write(
                folder.resolve("crls/crl.der"),
                authority.revoke(authority.issue("y", "peer").certificate()).toByteArray());
        Files.writeString(folder.resolve("config.yaml"), """
                NodeOUs:
                  Enable: true
                  ClientOUIdentifier:
                    Certificate: cacerts/ca.pem
                    OrganizationalUnitIdentifier: client
                  PeerOUIdentifier:
                    Certificate: "cacerts/ca.pem"
                    OrganizationalUnitIdentifier: "peer"
                  AdminOUIdentifier:
                    OrganizationalUnitIdentifier: 'admin'
                  OrdererOUIdentifier:
                    OrganizationalUnitIdentifier: orderer
                """);
        FabricMSPConfig config = MspFolder.read("A", folder);

        assertThat(config.getFabricNodeOus().getPeerOuIdentifier().getCertificate())
                .isEqualTo(authority.pem());
        assertThat(config.getFabricNodeOus().getOrdererOuIdentifier().getOrganizationalUnitIdentifier())
                .isEqualTo("orderer");
        assertThat(MspManager.of(List.of(config)).identity(member.serialized()).isValid())
                .isTrue();
        writeKeyPair(folder);
        assertThat(SigningIdentity.readMspFolder("A", folder).serialized()).isNotEqualTo(member.serialized());
    }

    private void writeKeyPair(Path folder) throws IOException, IdentityException {
        var keys = TestAuthority.p256();
        SigningIdentity own = authority.issue(keys, "z", "peer");
        Files.createDirectories(folder.resolve("signcerts"));
        Files.createDirectories(folder.resolve("keystore"));
        Files.write(
                folder.resolve("signcerts/cert.pem"),
                Pem.certificate(own.certificate()).toByteArray());
        String key = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
        Files.writeString(
                folder.resolve("keystore/priv_sk"),
                "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
        ByteString message = ByteString.copyFromUtf8("m");
        SigningIdentity read = SigningIdentity.readMspFolder("A", folder);
        assertThat(Signatures.verify(own.certificate().getPublicKey(), message, read.sign(message)))
                .isTrue();
    }
}
