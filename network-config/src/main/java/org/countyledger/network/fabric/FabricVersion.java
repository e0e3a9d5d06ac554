package org.countyledger.network.fabric;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countyledger.network.process.Output;

/**
 * The release that a program of Fabric says it is of.
 *
 * @param text as it says it, e.g. {@code v3.1.5}
 */
record FabricVersion(String text) {
    /** What the county is made for; later corrections of it will do. */
    static final String WANTED = "3.1.5";

    private static final Pattern LINE = Pattern.compile("(?m)^ *Version: *v?(\\S+)$");
    private static final Pattern GOOD = Pattern.compile("3\\.1\\.([5-9]|[1-9]\\d+)");

    /** What source code says that nobody has given a version when it was compiled. */
    private static final String UNNAMED = "latest";

    /** What the program itself says; empty where it says nothing that could be understood. */
    static Optional<FabricVersion> of(Path program) {
        return Output.of(List.of("env", "-i", program.toString(), "version")).flatMap(FabricVersion::in);
    }

    static Optional<FabricVersion> in(String words) {
        Matcher matcher = LINE.matcher(words);
        return matcher.find() ? Optional.of(new FabricVersion(matcher.group(1))) : Optional.empty();
    }

    boolean isGood() {
        return isUnnamed() || GOOD.matcher(text).matches();
    }

    /** Whether it was compiled without being told its release, so that nobody can know. */
    boolean isUnnamed() {
        return text.equals(UNNAMED);
    }
}
