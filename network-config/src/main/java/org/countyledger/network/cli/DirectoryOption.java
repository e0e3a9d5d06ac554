package org.countyledger.network.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.embedded.Installation;
import org.countyledger.network.embedded.LocalCounty;
import picocli.CommandLine.Option;

/** {@code --dir}, which every sub-command takes. */
final class DirectoryOption {
    private final Installation installation = Installation.ofThisProgram();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The county's directory (default: .county/county of the checkout; .county/demo of a demo).")
    private Optional<Path> directory = Optional.empty();

    Installation installation() {
        return installation;
    }

    CountyDirectory of(Purpose purpose) {
        String name = switch (purpose) {
            case LEGAL -> "county";
            case DEMO -> "demo";
        };
        return new CountyDirectory(
                directory.orElseGet(() -> installation.counties().resolve(name)));
    }

    LocalCounty county() {
        return LocalCounty.open(of(Purpose.LEGAL), installation);
    }
}
