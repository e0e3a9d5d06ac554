package org.countyledger.network.embedded;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.network.CountyException;

/**
 * The checkout that the command runs from.
 *
 * @param root where the modules are
 * @param cache what all counties of the checkout share; goes with its build results
 */
public record Installation(Path root, Path cache) {
    private static final String MODULE = "network-config";

    Installation(Path root) {
        this(root, root.resolve(MODULE).resolve("target").resolve("cache"));
    }

    /** Finds the checkout around the place that this class was loaded from: a module's jar, its classes or its libraries. */
    public static Installation ofThisProgram() {
        try {
            Path code = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Stream.iterate(code, Objects::nonNull, Path::getParent)
                    .filter(folder -> Files.isRegularFile(folder.resolve(MODULE).resolve("inventory.yaml")))
                    .findFirst()
                    .map(Installation::new)
                    .orElseThrow(() -> new CountyException(code + " is not in a checkout of County Ledger"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this class was loaded from nowhere", e);
        }
    }

    Path jar(String module) {
        return root.resolve(module).resolve("target").resolve(module + ".jar");
    }

    /**
     * Deletes class archives that are older than a program: the virtual machine finds nothing in them and does not make them
     * anew (a start of all programs took 23 s with such archives, 19 s with good ones).
     */
    void forgetOldArchives() throws IOException {
        FileTime newest = newestProgram();
        for (Path archive : list(cache, ".jsa")) {
            if (modified(archive).filter(time -> time.compareTo(newest) < 0).isPresent()) {
                Files.deleteIfExists(archive);
            }
        }
    }

    /** Empty if another county of this checkout, which starts at the same time, was quicker to delete the file. */
    private static Optional<FileTime> modified(Path file) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private FileTime newestProgram() throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        for (Path module : list(root, "")) {
            Path jar = jar(String.valueOf(module.getFileName()));
            if (Files.isRegularFile(jar) && Files.getLastModifiedTime(jar).compareTo(newest) > 0) {
                newest = Files.getLastModifiedTime(jar);
            }
        }
        return newest;
    }

    private static List<Path> list(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    /** Where counties are made unless told otherwise. */
    public Path counties() {
        return root.resolve(".county");
    }
}
