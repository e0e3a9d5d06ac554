package org.countyledger.network.fabric;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs of the system, by name. */
final class Executables {
    private Executables() {}

    static Optional<Path> onPath(String program, Map<String, String> environment) {
        Stream<Path> folders = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(environment.getOrDefault("PATH", ""))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
        return in(folders, program);
    }

    static Optional<Path> in(Stream<Path> folders, String program) {
        return folders.map(folder -> folder.resolve(program))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
