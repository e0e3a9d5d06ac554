package org.countyledger.network.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countyledger.network.CountyException;

/**
 * A program of this project.
 *
 * @param jar its libraries stand beside it in {@code lib/}
 * @param maxHeap as {@code -Xmx} takes it
 */
public record JavaProgram(Path jar, String mainClass, String maxHeap, List<String> flags, List<String> arguments)
        implements Program {
    public JavaProgram {
        flags = List.copyOf(flags);
        arguments = List.copyOf(arguments);
    }

    /** The command that runs it by an argument file, which people can run again by hand. */
    @Override
    public List<String> command(Path argumentFile) {
        List<String> words = new ArrayList<>();
        words.add("-Xmx" + maxHeap);
        words.addAll(flags);
        words.add("-classpath");
        words.add(classPath());
        words.add(mainClass);
        words.addAll(arguments);
        try {
            Files.write(argumentFile, words.stream().map(JavaProgram::quoted).toList());
        } catch (IOException e) {
            throw new CountyException(argumentFile + " cannot be written: " + e.getMessage(), e);
        }
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + argumentFile);
    }

    /** Sorted, because a class archive is only used again on the very same class path. */
    private String classPath() {
        try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
            return Stream.concat(
                            Stream.of(jar),
                            libraries
                                    .filter(file -> file.toString().endsWith(".jar"))
                                    .sorted())
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new CountyException(
                    jar + " is not built: run scripts/county, which builds what is missing, or mvn package", e);
        }
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
