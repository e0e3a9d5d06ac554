package org.countyledger.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.health.FindingCode;
import org.countyledger.network.process.Port;
import org.countyledger.network.process.Probe;
import org.countyledger.network.process.ProcessControl;
import org.countyledger.network.process.ProcessSpec;
import org.countyledger.network.process.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckupTest {
    @TempDir
    private Path folder;

    @Test
    void aPortThatAnotherProgramHasIsNamedWithTheSettingThatChangesIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Port port = new Port("127.0.0.1", other.getLocalPort(), "peerPort of AuditMSP");
            ProcessSpec peer = new ProcessSpec(
                    "peer-AuditMSP",
                    "the peer of AuditMSP",
                    new Program.Native(List.of("true")),
                    List.of(),
                    List.of(port),
                    Probe.listening(List.of(port)),
                    Set.of());

            assertThat(Checkup.ports(new ProcessControl(new CountyDirectory(folder)), List.of(peer)))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.code()).isEqualTo(FindingCode.PORT_TAKEN))
                    .asString()
                    .contains("Port " + port + " is taken", "the peer of AuditMSP needs it", "peerPort of AuditMSP");
        }
    }

    @Test
    void tooLittleRoomIsSaidWithHowMuchThereIs() {
        assertThat(Checkup.disk(folder, 3L << 30)).isEmpty();
        assertThat(Checkup.disk(folder, 1L << 30))
                .get()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(FindingCode.DISK_FULL))
                .asString()
                .contains("Only 1.0 GiB are free");
    }
}
