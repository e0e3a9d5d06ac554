package org.countyledger.network.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.countyledger.client.ClientIdentities;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.IdentityEntry;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.identity.MspFolder;
import org.countyledger.ledger.identity.MspManager;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.InventoryFile;
import org.countyledger.network.inventory.Organization;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CountyAuthoritiesTest {
    private static final Inventory INVENTORY = InventoryFile.parse(InventoryFile.bundled(), "bundled");
    private static final String CIVIL_AFFAIRS = "CivilAffairsMSP";

    @TempDir
    private static Path folder;

    private static CountyDirectory county = new CountyDirectory(Path.of(""));

    @BeforeAll
    static void makeTheCounty() throws IOException {
        county = new CountyDirectory(folder.resolve("county"));
        CountyAuthorities.create(INVENTORY, county, Instant.now());
    }

    @Test
    void everyNodeIsAcceptedInItsRoleAndRefusedInOthers() throws IOException, IdentityException {
        MspManager channel = channel();
        for (Organization organization : INVENTORY.organizations()) {
            for (MSPRoleType role : List.of(MSPRoleType.PEER, MSPRoleType.ORDERER, MSPRoleType.ADMIN)) {
                Identity node =
                        channel.identity(node(organization.mspId(), role).serialized());

                assertThat(node.invalidity()).isEmpty();
                assertThat(rolesOf(node, organization.mspId())).containsExactlyInAnyOrder(MSPRoleType.MEMBER, role);
                assertThat(node.certificate())
                        .as("the signature has low S already")
                        .isEqualTo(node(organization.mspId(), role).certificate());
            }
        }
    }

    @Test
    void everyClientIsAcceptedAsAClientOfItsOrganizationOnly() throws IOException, IdentityException {
        MspManager channel = channel();
        ClientIdentities identities = ClientIdentities.load(county.identitiesFile());

        assertThat(identities.all()).hasSameSizeAs(INVENTORY.clients());
        for (var client : INVENTORY.clients()) {
            Identity identity =
                    channel.identity(signing(client.mspId(), client.subject()).serialized());
            assertThat(rolesOf(identity, client.mspId()))
                    .as(client.subject())
                    .containsExactlyInAnyOrder(MSPRoleType.MEMBER, MSPRoleType.CLIENT);
        }
    }

    @Test
    void aCertificateOfAnotherOrganizationIsRefused() throws IOException, IdentityException {
        SigningIdentity auditor = signing("AuditMSP", "AU4001.AUDITOR");
        SigningIdentity disguised = SigningIdentity.read(
                CIVIL_AFFAIRS,
                county.identities().resolve("AU4001.AUDITOR/cert.pem"),
                county.identities().resolve("AU4001.AUDITOR/key.pem"));

        assertThat(channel().identity(auditor.serialized()).isValid()).isTrue();
        assertThat(accepted(disguised)).isFalse();
    }

    @Test
    void aTlsCertificateIsNoIdentity() throws IOException, IdentityException {
        Path tls = county.organization(CIVIL_AFFAIRS).nodeTls("peer");

        assertThat(accepted(SigningIdentity.read(CIVIL_AFFAIRS, tls.resolve("cert.pem"), tls.resolve("key.pem"))))
                .isFalse();
    }

    @Test
    void attributesAreReadBackAsFabricWritesThem() throws IOException, IdentityException {
        byte[] extension =
                signing("GovernanceMSP", "GV2001.GRID_WORKER").certificate().getExtensionValue("1.2.3.4.5.6.7.8.1");

        assertThat(new String(ASN1OctetString.getInstance(extension).getOctets(), StandardCharsets.UTF_8))
                .isEqualTo("{\"attrs\":{\"dept\":\"grid-centre\",\"grid\":\"990121101001\",\"role\":\"GRID_WORKER\","
                        + "\"staff\":\"GV2001\",\"town\":\"990121101\"}}");
    }

    @Test
    void identitiesAreListedWithPathsRelativeToTheCounty() throws IOException {
        var entries = CanonicalJson.read(Files.readAllBytes(county.identitiesFile()), IdentityEntry[].class);

        assertThat(entries).anySatisfy(entry -> {
            assertThat(entry.subject()).isEqualTo("EcologyMSP.ORACLE_NODE");
            assertThat(entry.staff()).isEmpty();
            assertThat(entry.certificate()).isEqualTo("identities/EcologyMSP.ORACLE_NODE/cert.pem");
        });
    }

    @Test
    void keysOfOfficersWhoSignForThemselvesAreHandedOutAndReadByNoProcess() throws IOException {
        String subject = "CA1105.COUNTY_DECIDER";
        assertThat(county.ownKeys().resolve(subject).resolve("key.pem")).exists();
        assertThat(county.identities().resolve(subject).resolve("cert.pem")).exists();
        assertThat(county.identities().resolve(subject).resolve("key.pem")).doesNotExist();
        ClientIdentities identities = ClientIdentities.load(county.identitiesFile());
        assertThat(identities.get(subject).hasKey()).isFalse();
        assertThat(identities.all().stream().filter(identity -> !identity.hasKey()))
                .singleElement()
                .extracting(ClientIdentity::subject)
                .isEqualTo(subject);
    }

    @Test
    void tlsCertificatesServeAndAskOnThisComputer() throws Exception {
        Path tls = county.organization(CIVIL_AFFAIRS).nodeTls("chaincode");
        X509Certificate certificate = SigningIdentity.read(
                        CIVIL_AFFAIRS, tls.resolve("cert.pem"), tls.resolve("key.pem"))
                .certificate();

        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("127.0.0.1", "localhost");
    }

    @Test
    void everySubjectSaysThatTheAuthorityIsSelfMade() throws IOException, IdentityException {
        assertThat(signing("AuditMSP", "AU4001.AUDITOR")
                        .certificate()
                        .getSubjectX500Principal()
                        .getName())
                .contains("OU=client")
                .contains("self-made");
    }

    @Test
    void officersAreCertifiedForOneYearNodesForTwoAuthoritiesForTen() throws IOException, IdentityException {
        Path authority = county.organization(CIVIL_AFFAIRS).authority();

        assertThat(yearsLeft(signing(CIVIL_AFFAIRS, "CA1001.TOWN_CLERK"))).isEqualTo(1);
        assertThat(yearsLeft(node(CIVIL_AFFAIRS, MSPRoleType.PEER))).isEqualTo(2);
        assertThat(yearsLeft(SigningIdentity.read(
                        CIVIL_AFFAIRS, authority.resolve("cert.pem"), authority.resolve("key.pem"))))
                .isEqualTo(10);
    }

    @Test
    void onlyTheOwnerMayReadAnything() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String part : List.of("crypto", "identities", "issuer")) {
            try (Stream<Path> files = Files.walk(county.root().resolve(part))) {
                files.forEach(all::add);
            }
        }

        assertThat(all)
                .hasSizeGreaterThan(500)
                .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }

    private static long yearsLeft(SigningIdentity identity) {
        Instant end = identity.certificate().getNotAfter().toInstant();
        return Duration.between(Instant.now(), end).plusDays(2).toDays() / 365;
    }

    private static boolean accepted(SigningIdentity identity) throws IOException {
        try {
            return channel().identity(identity.serialized()).isValid();
        } catch (IdentityException e) {
            return false;
        }
    }

    private static MspManager channel() throws IOException {
        List<FabricMSPConfig> msps = new ArrayList<>();
        for (Organization organization : INVENTORY.organizations()) {
            String mspId = organization.mspId();
            msps.add(MspFolder.read(mspId, county.organization(mspId).msp()));
        }
        try {
            return MspManager.of(msps);
        } catch (IdentityException e) {
            throw new AssertionError("the MSP folders are no MSPs", e);
        }
    }

    private static SigningIdentity node(String mspId, MSPRoleType role) throws IOException, IdentityException {
        Path msp = county.organization(mspId).nodeMsp(role.name().toLowerCase(Locale.ROOT));
        return SigningIdentity.readMspFolder(mspId, msp);
    }

    private static SigningIdentity signing(String mspId, String subject) throws IOException, IdentityException {
        Path own = county.identities().resolve(subject);
        Path handedOut = county.ownKeys().resolve(subject).resolve("key.pem");
        Path key = Files.exists(handedOut) ? handedOut : own.resolve("key.pem");
        return SigningIdentity.read(mspId, own.resolve("cert.pem"), key);
    }

    private static List<MSPRoleType> rolesOf(Identity identity, String mspId) {
        return Stream.of(
                        MSPRoleType.MEMBER,
                        MSPRoleType.CLIENT,
                        MSPRoleType.PEER,
                        MSPRoleType.ORDERER,
                        MSPRoleType.ADMIN)
                .filter(role -> identity.satisfies(principal(mspId, role)))
                .toList();
    }

    private static MSPPrincipal principal(String mspId, MSPRoleType role) {
        ByteString bytes = MSPRole.newBuilder()
                .setMspIdentifier(mspId)
                .setRole(role)
                .build()
                .toByteString();
        return MSPPrincipal.newBuilder().setPrincipal(bytes).build();
    }
}
