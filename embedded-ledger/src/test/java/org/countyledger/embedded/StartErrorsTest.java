package org.countyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.countyledger.embedded.blockfile.DirectoryLock;
import org.countyledger.embedded.testing.SettingsOnDisk;
import org.countyledger.embedded.testing.ThrowawayOrganization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a ledger cannot start is one sentence that names what is wrong. */
class StartErrorsTest {
    private static final long WAIT_SECONDS = 30;
    private static final ThrowawayOrganization CIVIL = ThrowawayOrganization.withTls("CivilAffairsMSP");
    private static final ThrowawayOrganization OTHER = ThrowawayOrganization.withTls("CivilAffairsMSP");

    private final Path directory;
    private final SettingsOnDisk settings;

    StartErrorsTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.settings = new SettingsOnDisk(directory, List.of(CIVIL));
    }

    private String problem() throws Exception {
        return problem(settings.write());
    }

    private static String problem(Path file) throws Exception {
        return CompletableFuture.supplyAsync(() -> EmbeddedLedgerMain.attempt(file, false))
                .get(WAIT_SECONDS, TimeUnit.SECONDS)
                .orElse("none");
    }

    private JsonObject organization() {
        return settings.json().getAsJsonArray("organizations").get(0).getAsJsonObject();
    }

    @Test
    void aMissingSettingsFileIsNamed() throws Exception {
        assertThat(problem(directory.resolve("nowhere.json")))
                .startsWith("The embedded ledger cannot start. There is no file ")
                .contains("nowhere.json");
    }

    @Test
    void settingsThatAreNoJsonAreNamed() throws Exception {
        Path file = Files.writeString(directory.resolve("broken.json"), "{");

        assertThat(problem(file))
                .startsWith("The embedded ledger cannot start. The settings ")
                .contains("broken.json");
    }

    @Test
    void anEntryThatIsMissingIsNamed() throws Exception {
        organization().remove("mspDir");

        assertThat(problem()).endsWith("are wrong: \"mspDir\" is missing");
    }

    @Test
    void anEntryOfAnotherFormIsNoStackTrace() throws Exception {
        organization().add("peerPort", new JsonArray());

        assertThat(problem()).startsWith("The embedded ledger cannot start. The settings ");
    }

    @Test
    void aMissingCertificateIsNamed() throws Exception {
        Path certificate = Path.of(organization().get("peerMspDir").getAsString(), "signcerts", "cert.pem");
        Files.delete(certificate);

        assertThat(problem()).contains("signcerts holds 0 files, expected 1");
    }

    @Test
    void aPrivateKeyOfAnotherCertificateIsNamed() throws Exception {
        Files.write(
                Path.of(organization().get("peerMspDir").getAsString(), "keystore", "key.pem"),
                CIVIL.client("another").privateKeyPem().toByteArray());

        assertThat(problem())
                .startsWith("The embedded ledger cannot start. The peer of CivilAffairsMSP is no member")
                .endsWith(": the private key is not the certificate's");
    }

    @Test
    void anOrganisationThatStandsTwiceIsNamed() throws Exception {
        settings.json().getAsJsonArray("organizations").add(organization().deepCopy());

        assertThat(problem()).endsWith("are wrong: Organisation CivilAffairsMSP stands twice");
    }

    @Test
    void aChaincodesEndpointOfAStrangerIsNamed() throws Exception {
        settings.chaincode(
                "keys", "OR('CivilAffairsMSP.peer')", "keys:1", List.<String[]>of(new String[] {"AuditMSP", "h:1"}));

        assertThat(problem()).endsWith("has an endpoint of AuditMSP, which is no organisation of the channel");
    }

    @Test
    void aPolicyThatIsNoneIsQuoted() throws Exception {
        settings.chaincode("keys", "SOME('CivilAffairsMSP.peer')", "keys:1", List.of());

        assertThat(problem()).contains("\"SOME('CivilAffairsMSP.peer')\" is no policy");
    }

    @Test
    void aPortInUseIsNamedWithWhoWantedIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            organization().addProperty("peerPort", taken.getLocalPort());

            assertThat(problem())
                    .startsWith("The embedded ledger cannot start. The server of the peer of CivilAffairsMSP on"
                            + " 127.0.0.1:" + taken.getLocalPort() + " cannot start: ")
                    .endsWith("Address already in use");
        }
    }

    @Test
    void aDirectoryInUseIsNamed() throws Exception {
        DirectoryLock held = DirectoryLock.take(settings.ledgerDirectory());
        try {
            assertThat(problem())
                    .isEqualTo("The embedded ledger cannot start. Another embedded ledger is running in "
                            + settings.ledgerDirectory() + " (it holds "
                            + settings.ledgerDirectory().resolve("lock") + ")");
        } finally {
            held.close();
        }
    }

    @Test
    void aTlsKeyThatIsNoneIsNamedWithItsServer() throws Exception {
        Files.writeString(
                Path.of(organization()
                        .getAsJsonObject("peerTls")
                        .get("privateKey")
                        .getAsString()),
                "no key");

        assertThat(problem())
                .startsWith("The embedded ledger cannot start. The TLS certificate and key of the peer of"
                        + " CivilAffairsMSP cannot be used: ");
    }

    @Test
    void aTlsKeyOfAnotherCertificateIsNamedWithItsServer() throws Exception {
        Files.write(
                Path.of(organization()
                        .getAsJsonObject("peerTls")
                        .get("privateKey")
                        .getAsString()),
                CIVIL.tlsMaterial("another").privateKey().toByteArray());

        assertThat(problem())
                .startsWith("The embedded ledger cannot start. The TLS certificate and key of the peer of"
                        + " CivilAffairsMSP cannot be used: ");
    }

    @Test
    void theDirectoryOfAnotherLedgerIsRefused() throws Exception {
        EmbeddedLedger.builder()
                .settings(SettingsReader.read(settings.write()))
                .start()
                .close();
        SettingsOnDisk others = new SettingsOnDisk(directory.resolve("others"), List.of(OTHER));
        others.json()
                .add("directory", new JsonPrimitive(settings.ledgerDirectory().toString()));

        assertThat(problem(others.write()))
                .startsWith("The embedded ledger cannot start. The peer of CivilAffairsMSP is no member of the channel,"
                        + " so its certificates are wrong or the directory is another ledger's: ");
    }
}
