package org.countyledger.network.fabric;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countyledger.network.CountyException;

/** Where Fabric's own programs are. */
public record FabricPrograms(Path peer, Path orderer) {
    private static final String HOME = "FABRIC_HOME";

    /** In {@code FABRIC_HOME/bin} if that is set, else on the path; empty where one of them is missing. */
    static Optional<FabricPrograms> find(Map<String, String> environment) {
        return find("peer", environment)
                .flatMap(peer -> find("orderer", environment).map(orderer -> new FabricPrograms(peer, orderer)));
    }

    /**
     * As {@link #find}, in this program's environment.
     *
     * @throws CountyException if one is missing, in a sentence that says what to do
     */
    public static FabricPrograms require() {
        return find(System.getenv())
                .orElseThrow(() -> new CountyException("Hyperledger Fabric's peer and orderer are not here: install the"
                        + " binaries of release 3.1.5 and put them on the PATH, or set " + HOME
                        + " to the folder that has them in bin; --ledger embedded works without them"));
    }

    /** For looking at what runs already: names alone will do where the programs have gone. */
    static FabricPrograms known() {
        return find(System.getenv()).orElseGet(() -> new FabricPrograms(Path.of("peer"), Path.of("orderer")));
    }

    static Optional<Path> find(String program, Map<String, String> environment) {
        return folders(environment)
                .map(folder -> folder.resolve(program))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> folders(Map<String, String> environment) {
        String home = environment.getOrDefault(HOME, "");
        return home.isEmpty()
                ? Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(environment.getOrDefault("PATH", ""))
                        .filter(folder -> !folder.isEmpty())
                        .map(Path::of)
                : Stream.of(Path.of(home, "bin"));
    }
}
