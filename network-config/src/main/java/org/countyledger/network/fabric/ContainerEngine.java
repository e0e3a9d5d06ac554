package org.countyledger.network.fabric;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.network.CountyException;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.FindingCode;

/**
 * Docker or Podman.
 *
 * @param program either; both know the sub-command {@code compose}
 */
public record ContainerEngine(Path program) {
    static Optional<ContainerEngine> find(Map<String, String> environment) {
        return Stream.of("docker", "podman")
                .flatMap(name -> Executables.onPath(name, environment).stream())
                .map(ContainerEngine::new)
                .findFirst();
    }

    /** Whether there is one on this computer. */
    public static boolean isHere() {
        return find(System.getenv()).isPresent();
    }

    /** What to do where there is none. */
    public static String missing() {
        return "Neither docker nor podman is on the PATH: install one of them with its compose command";
    }

    /**
     * That of this computer.
     *
     * @throws CountyException if there is none, in a sentence that says what to do
     */
    public static ContainerEngine require() {
        return find(System.getenv()).orElseThrow(() -> new CountyException(missing() + "; " + FabricPrograms.WITHOUT));
    }

    /** What a doctor says of it. */
    static List<Finding> findings(Map<String, String> environment) {
        return find(environment).isPresent()
                ? List.of()
                : List.of(new Finding(FindingCode.TOOL_MISSING, missing(), "then scripts/county up"));
    }

    /** For looking at what runs already: a name alone will do where the program has gone. */
    static ContainerEngine known() {
        return find(System.getenv()).orElseGet(() -> new ContainerEngine(Path.of("docker")));
    }

    /** Podman without root would give what containers write to another user. */
    private Stream<String> keepingOwner() {
        return program.endsWith("podman") ? Stream.of("env", "PODMAN_USERNS=keep-id") : Stream.empty();
    }

    /** A command of compose on one file. */
    List<String> compose(Path file, String... words) {
        Stream<String> compose = Stream.of(program.toString(), "compose", "-f", file.toString());
        return Stream.of(keepingOwner(), compose, Stream.of(words))
                .flatMap(part -> part)
                .toList();
    }
}
