package org.countyledger.network.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Starts programs that outlive this one and its terminal. */
final class Detached {
    private Detached() {}

    static Process start(List<String> words, Path directory, Path log) throws IOException {
        List<String> command = new ArrayList<>(detacher());
        command.addAll(words);
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** A session of its own where the system can; else at least deaf to the terminal's end. Both keep the pid. */
    private static List<String> detacher() {
        return find("setsid").or(() -> find("nohup")).map(List::of).orElse(List.of());
    }

    private static Optional<String> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
