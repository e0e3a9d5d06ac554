package org.countyledger.network.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.countyledger.client.IdentityEntry;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.network.directory.CountyDirectory;

/** The lines of a county's {@code identities.json}: officers are named by their numbers, so only it says whose they are. */
public final class ClientEntries {
    private ClientEntries() {}

    /** Those of one organisation. */
    public static List<IdentityEntry> of(CountyDirectory county, String mspId) throws IOException {
        IdentityEntry[] all = CanonicalJson.read(Files.readAllBytes(county.identitiesFile()), IdentityEntry[].class);
        return List.of(all).stream()
                .filter(entry -> entry.mspId().equals(mspId))
                .toList();
    }
}
