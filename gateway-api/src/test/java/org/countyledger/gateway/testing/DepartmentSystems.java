package org.countyledger.gateway.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.countyledger.gateway.testing.SystemAuthority.Machine;

/** The systems that the test county's gateway knows, and those that it should not let in. */
public final class DepartmentSystems {
    private final SystemAuthority authority = new SystemAuthority("systems of the county");
    private final Machine clerks = authority.issue("clerks' system");
    private final Machine revoked = authority.issue("a system that was revoked");
    private final Machine expired = authority.issue("a system of last year", Duration.ofHours(-1));
    private final Machine unlisted = authority.issue("a system that nobody listed");
    private final Path directory;

    DepartmentSystems(Path directory) {
        this.directory = directory;
        Machine server = authority.issue("gateway");
        SystemAuthority.write(directory.resolve("server.pem"), server.certificate());
        SystemAuthority.writeKey(directory.resolve("server.key"), server.keys());
        SystemAuthority.write(directory.resolve("authority.pem"), authority.certificate());
        SystemAuthority.write(directory.resolve("clerks.pem"), clerks.certificate());
        SystemAuthority.write(directory.resolve("revoked.pem"), revoked.certificate());
        SystemAuthority.write(directory.resolve("expired.pem"), expired.certificate());
        writeRevocations(Duration.ofDays(1));
    }

    /** Renews the list of what is revoked. */
    public void writeRevocations(Duration validity) {
        authority.writeRevocations(directory.resolve("revoked.crl"), validity, List.of(revoked));
    }

    public SystemAuthority authority() {
        return authority;
    }

    /** Acts as {@link Officer#CLERK}. */
    public Machine clerks() {
        return clerks;
    }

    public Machine revoked() {
        return revoked;
    }

    public Machine expired() {
        return expired;
    }

    public Machine unlisted() {
        return unlisted;
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--county.mutual-tls.port=0",
                "--county.mutual-tls.certificate=" + directory.resolve("server.pem"),
                "--county.mutual-tls.private-key=" + directory.resolve("server.key"),
                "--county.mutual-tls.authorities=" + directory.resolve("authority.pem"),
                "--county.mutual-tls.revocations=" + directory.resolve("revoked.crl")));
        List<String> names = List.of("clerks", "revoked", "expired");
        for (int i = 0; i < names.size(); i++) {
            arguments.add("--county.mutual-tls.systems[%d].subject=%s".formatted(i, Officer.CLERK.subject()));
            arguments.add("--county.mutual-tls.systems[%d].certificate=%s"
                    .formatted(i, directory.resolve(names.get(i) + ".pem")));
        }
        return arguments;
    }
}
