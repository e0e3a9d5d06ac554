package org.countyledger.network.fabric;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.network.CountyException;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.FindingCode;

/** Where Fabric's own programs are. */
public record FabricPrograms(Path peer, Path orderer) {
    /** What everybody can do instead. */
    public static final String WITHOUT = "--ledger embedded works without them";

    private static final String HOME = "FABRIC_HOME";

    /** In {@code FABRIC_HOME/bin} if that is set, else on the path; empty where one of them is missing. */
    static Optional<FabricPrograms> find(Map<String, String> environment) {
        return find("peer", environment)
                .flatMap(peer -> find("orderer", environment).map(orderer -> new FabricPrograms(peer, orderer)));
    }

    /**
     * As {@link #find}, in this program's environment.
     *
     * @throws CountyException if one is missing or of another release, in a sentence that says what to do
     */
    public static FabricPrograms require() {
        FabricPrograms found = find(System.getenv()).orElseThrow(() -> new CountyException(missing() + "; " + WITHOUT));
        found.trouble().ifPresent(trouble -> {
            throw new CountyException(trouble + "; " + WITHOUT);
        });
        return found;
    }

    /** Whether they are here, of whatever release. */
    public static boolean areHere() {
        return find(System.getenv()).isPresent();
    }

    /** What to do where they are not. */
    public static String missing() {
        return "Hyperledger Fabric's peer and orderer are not here: install the binaries of release "
                + FabricVersion.WANTED + " and put them on the PATH, or set " + HOME
                + " to the folder that has them in bin";
    }

    /** What a doctor says of them. */
    static List<Finding> findings(Map<String, String> environment) {
        return find(environment)
                .map(programs -> programs.trouble().stream()
                        .map(trouble -> new Finding(FindingCode.WRONG_VERSION, trouble, "then scripts/county up"))
                        .toList())
                .orElseGet(() -> List.of(new Finding(FindingCode.TOOL_MISSING, missing(), "then scripts/county up")));
    }

    /** Why they will not do, with the cure; empty where they will. */
    Optional<String> trouble() {
        return Stream.of(peer, orderer)
                .flatMap(program -> trouble(program).stream())
                .findFirst();
    }

    private static Optional<String> trouble(Path program) {
        String cure = ": install the binaries of release " + FabricVersion.WANTED + " there, or set " + HOME
                + " to the folder that has them in bin";
        Optional<FabricVersion> version = FabricVersion.of(program);
        return version.isEmpty()
                ? Optional.of(program + " does not tell its version" + cure)
                : version.filter(found -> !found.isGood())
                        .map(found -> program + " is of release " + found.text() + ", but this county needs "
                                + FabricVersion.WANTED + " or a later 3.1" + cure);
    }

    /** For looking at what runs already: names alone will do where the programs have gone. */
    static FabricPrograms known() {
        return find(System.getenv()).orElseGet(() -> new FabricPrograms(Path.of("peer"), Path.of("orderer")));
    }

    static Optional<Path> find(String program, Map<String, String> environment) {
        String home = environment.getOrDefault(HOME, "");
        return home.isEmpty()
                ? Executables.onPath(program, environment)
                : Executables.in(Stream.of(Path.of(home, "bin")), program);
    }
}
