package org.countyledger.network.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.FindingCode;
import org.countyledger.network.process.ProcessControl;
import org.countyledger.network.process.ProcessSpec;

/** What a doctor looks at on the computer itself. */
final class Checkup {
    /** Some hundred thousand transactions of a peer and an orderer. */
    private static final long ROOM_BYTES = 2L << 30;

    private static final long GIBIBYTE = 1L << 30;

    private Checkup() {}

    /** Ports of processes that do not run, where somebody listens. */
    static List<Finding> ports(ProcessControl control, List<ProcessSpec> processes) {
        return processes.stream()
                .filter(process -> !control.isRunning(process))
                .flatMap(process -> process.ports().stream()
                        .filter(port -> port.isTaken())
                        .map(port -> new Finding(
                                FindingCode.PORT_TAKEN,
                                "Port " + port + " is taken by another program, but " + process.title() + " needs it",
                                "end that program, or choose another " + port.setting() + " in the inventory")))
                .toList();
    }

    static Optional<Finding> disk(Path root) throws IOException {
        return disk(root, Files.getFileStore(root).getUsableSpace());
    }

    static Optional<Finding> disk(Path root, long freeBytes) {
        return freeBytes >= ROOM_BYTES
                ? Optional.empty()
                : Optional.of(new Finding(
                        FindingCode.DISK_FULL,
                        "Only %.1f GiB are free for %s, less than %d GiB"
                                .formatted((double) freeBytes / GIBIBYTE, root, ROOM_BYTES / GIBIBYTE),
                        "make room; blocks are never deleted"));
    }
}
