package org.countyledger.network.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.PrivateFiles;
import org.countyledger.network.inventory.Services;
import org.countyledger.network.settings.Database;

/**
 * Which PostgreSQL server a county uses; {@code run/database.json} remembers it.
 *
 * @param server JDBC address of somebody else's server; absent: the county's own
 */
public record DatabaseFile(Optional<String> server, String username, String password) {
    private static final int PASSWORD_BYTES = 24;

    /** The county's own server, with a new password. */
    public static DatabaseFile own() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return new DatabaseFile(
                Optional.empty(),
                "county",
                Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    public static DatabaseFile of(Database database) {
        return new DatabaseFile(Optional.of(database.server()), database.username(), database.password());
    }

    public boolean usesOwnServer() {
        return server.isEmpty();
    }

    public Database database(Services services) {
        String address = "jdbc:postgresql://" + services.host() + ":" + services.postgresPort() + "/";
        return new Database(server.orElse(address), username, password);
    }

    public static Optional<DatabaseFile> read(CountyDirectory county) {
        Path file = file(county);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(CanonicalJson.read(Files.readAllBytes(file), DatabaseFile.class));
        } catch (IOException | MalformedJson e) {
            throw new CountyException(file + " cannot be read", e);
        }
    }

    public void write(CountyDirectory county) throws IOException {
        PrivateFiles.directory(county.run());
        PrivateFiles.write(file(county), CanonicalJson.write(this));
    }

    private static Path file(CountyDirectory county) {
        return county.run().resolve("database.json");
    }

    @Override
    public String toString() {
        return "DatabaseFile[" + username + " at " + server.orElse("the county's own server") + "]";
    }
}
