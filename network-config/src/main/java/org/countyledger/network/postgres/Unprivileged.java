package org.countyledger.network.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.countyledger.network.CountyException;

/**
 * Runs PostgreSQL, which refuses root, for root too: in a user namespace where root is nobody, or as the user nobody.
 */
record Unprivileged(List<String> prefix, Optional<String> user) {
    private static final String NOBODY = "nobody";
    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final List<String> OTHER_USER = List.of("setpriv", "--reuid=" + NOBODY, "--clear-groups");
    private static final int LIMIT_SECONDS = 5;

    static Unprivileged choose() {
        if (!System.getProperty("user.name", "").equals("root")) {
            return new Unprivileged(List.of(), Optional.empty());
        }
        if (works(NAMESPACE)) {
            return new Unprivileged(NAMESPACE, Optional.empty());
        }
        if (works(OTHER_USER)) {
            return new Unprivileged(OTHER_USER, Optional.of(NOBODY));
        }
        throw new CountyException("PostgreSQL refuses to run as root, and neither \"" + String.join(" ", NAMESPACE)
                + "\" nor \"" + String.join(" ", OTHER_USER) + "\" works here: run as another user, or give a server"
                + " with --database-url jdbc:postgresql://HOST:PORT/");
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<String> command(List<String> words) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(words);
        return List.copyOf(command);
    }

    /** Hands a file or directory over, where the server is another user. */
    void own(Path path) throws IOException {
        if (user.isPresent()) {
            UserPrincipal owner =
                    path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user.get());
            Files.setOwner(path, owner);
        }
    }
}
