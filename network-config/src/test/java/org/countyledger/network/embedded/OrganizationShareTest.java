package org.countyledger.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.CountyFile;
import org.countyledger.network.directory.NodeRuntime;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.inventory.InventoryFile;
import org.countyledger.network.process.ProcessSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code county render} hands to one organisation. */
final class OrganizationShareTest {
    /** The scalar of a JSON web key; or of PEM, after the name of the curve, what fits into one line. */
    private static final Pattern SECRET =
            Pattern.compile("\"d\":\"([^\"]{40,})\"|-----BEGIN PRIVATE KEY-----\\s+(?:M[^\\n]{63}\\n)?(\\S{30})");

    @TempDir
    private static Path folder;

    private static CountyDirectory whole = new CountyDirectory(Path.of(""));

    private static Installation installation = new Installation(Path.of(""));

    @BeforeAll
    static void make() {
        installation = new Installation(folder.resolve("checkout"));
        whole = new CountyDirectory(folder.resolve("whole"));
        new CountyMaker(whole, installation)
                .make(CountyFile.fabric(Purpose.LEGAL, NodeRuntime.NATIVE), InventoryFile.bundled());
    }

    private static LocalCounty county(CountyDirectory directory) {
        return LocalCounty.open(directory, installation);
    }

    private static Path share(String name, NodeRuntime runtime) {
        Path out = folder.resolve(name);
        county(whole).share("AuditMSP", runtime, out);
        return out;
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean isSecretOfOthers(Path file) {
        String path = whole.root().relativize(file).toString();
        boolean isOwn = path.startsWith("crypto/AuditMSP") || path.matches("identities/(AuditMSP\\.|AU\\d).*");
        return path.equals("issuer/key.json") || (path.endsWith("key.pem") && !isOwn);
    }

    /** A part of the secret itself, as it stands in PEM, in JSON and in YAML alike. */
    private static String part(Path file) {
        try {
            String text = Files.readString(file);
            Matcher secret = SECRET.matcher(text);
            assertThat(secret.find()).as("a secret in %s", file).isTrue();
            return secret.group(1) == null ? secret.group(2) : secret.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noPrivateKeyOfAnybodyElseIsAnywhereInIt() throws IOException {
        List<String> secrets = files(whole.root()).stream()
                .filter(OrganizationShareTest::isSecretOfOthers)
                .map(OrganizationShareTest::part)
                .toList();
        assertThat(secrets).hasSizeGreaterThan(100);

        for (NodeRuntime runtime : NodeRuntime.values()) {
            for (Path file : files(share("audit-" + runtime, runtime))) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(secrets).as("secrets in %s", file).noneMatch(text::contains);
            }
        }
    }

    @Test
    void itHasTheKeysOfItsOwnOfficersAndMachines() {
        Path identities = share("officers", NodeRuntime.NATIVE).resolve("identities");

        assertThat(identities.resolve("AuditMSP.SYSTEM_TIMER/key.pem")).exists();
        assertThat(identities.resolve("AU4001.AUDITOR/key.pem")).exists();
        assertThat(identities.resolve("GV2101.PETITION_REGISTRAR")).doesNotExist();
        assertThat(identities.resolve("identities.json"))
                .content()
                .contains("AU4001")
                .doesNotContain("GV2101");
    }

    @Test
    void itIsACountyInWhichThatOrganizationsPartRuns() {
        CountyDirectory share = new CountyDirectory(share("native", NodeRuntime.NATIVE));

        assertThat(county(share).processes())
                .extracting(ProcessSpec::name)
                .containsExactly("postgres", "orderer-AuditMSP", "peer-AuditMSP", "chaincode-AuditMSP", "gateway");
        assertThat(share.run().resolve("fabric/AuditMSP/peer/core.yaml"))
                .content()
                .contains(share.root().toString());
        assertThat(share.run().resolve("fabric/EcologyMSP")).doesNotExist();
        assertThat(share.channel().resolve("genesis.block"))
                .hasSameBinaryContentAs(whole.channel().resolve("genesis.block"));
    }

    @Test
    void forContainersThereIsAComposeFileOfThatOrganizationAlone() {
        assertThat(share("compose", NodeRuntime.CONTAINERS).resolve("run/fabric/compose.yaml"))
                .content()
                .contains("peer-AuditMSP", "orderer-AuditMSP", "hyperledger/fabric-peer:3.1.5")
                .doesNotContain("EcologyMSP");
    }

    @Test
    void nothingIsWrittenOverAndNobodyIsInvented() {
        Path out = share("twice", NodeRuntime.NATIVE);
        assertThatThrownBy(() -> county(whole).share("AuditMSP", NodeRuntime.NATIVE, out))
                .isInstanceOf(CountyException.class)
                .hasMessageContaining("is there already");
        assertThatThrownBy(() -> county(whole).share("NobodyMSP", NodeRuntime.NATIVE, folder.resolve("nobody")))
                .isInstanceOf(CountyException.class)
                .hasMessageContaining("There is no organisation NobodyMSP; there are [CivilAffairsMSP");
        assertThatThrownBy(() ->
                        county(new CountyDirectory(out)).share("EcologyMSP", NodeRuntime.NATIVE, folder.resolve("eco")))
                .hasMessageContaining("does not have the keys of EcologyMSP");
    }
}
