package org.countyledger.network.fabric;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countyledger.network.process.Program;

/** How a node is started and stopped. */
sealed interface Launcher {
    /** Runs in the foreground as long as the node does. */
    Program program(String mspId, String node);

    /** Ends the node in order; empty where a signal does. */
    List<String> stop(String mspId, String node);

    /** Fabric's own programs. Fabric takes settings from the environment before those of its file: so it gets its own. */
    record Native(FabricFiles files, FabricPrograms programs) implements Launcher {
        @Override
        public Program program(String mspId, String node) {
            Map<String, String> environment = new TreeMap<>(NodeEnvironment.of(files, mspId, node));
            environment.put("PATH", Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"));
            Stream<String> words =
                    environment.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue());
            return new Program.Native(Stream.of(Stream.of("env", "-i"), words, command(node))
                    .flatMap(part -> part)
                    .toList());
        }

        private Stream<String> command(String node) {
            Path program = node.equals(FabricFiles.PEER) ? programs.peer() : programs.orderer();
            return Stream.concat(Stream.of(program.toString()), NodeEnvironment.arguments(node).stream());
        }

        @Override
        public List<String> stop(String mspId, String node) {
            return List.of();
        }
    }

    /** Services of one compose file. */
    record Containers(FabricFiles files, ContainerEngine engine) implements Launcher {
        @Override
        public Program program(String mspId, String node) {
            return new Program.Native(engine.compose(
                    files.compose(), "up", "--no-deps", "--no-log-prefix", ComposeFile.service(node, mspId)));
        }

        @Override
        public List<String> stop(String mspId, String node) {
            return engine.compose(files.compose(), "stop", ComposeFile.service(node, mspId));
        }
    }
}
