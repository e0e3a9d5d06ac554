package org.countyledger.network.authority;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.countyledger.client.IdentityEntry;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.PrivateFiles;
import org.countyledger.network.inventory.Client;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;

/** Makes all keys and certificates of a new county. */
public final class CountyAuthorities {
    private final CountyDirectory directory;
    private final Map<String, OrganizationAuthority> authorities = new LinkedHashMap<>();

    private CountyAuthorities(CountyDirectory directory) {
        this.directory = directory;
    }

    public static void create(Inventory inventory, CountyDirectory directory, Instant now) throws IOException {
        CountyAuthorities county = new CountyAuthorities(directory);
        for (Organization organization : inventory.organizations()) {
            OrganizationAuthority authority = new OrganizationAuthority(organization, now);
            authority.write(directory.organization(organization.mspId()));
            county.authorities.put(organization.mspId(), authority);
        }
        county.writeClients(inventory.clients());
        AdapterKey.create(directory);
        TokenIssuer.create(directory);
    }

    private void writeClients(List<Client> clients) throws IOException {
        List<IdentityEntry> entries = new ArrayList<>();
        for (Client client : clients) {
            Path own = directory.identities().resolve(client.subject());
            OrganizationAuthority authority = Objects.requireNonNull(authorities.get(client.mspId()));
            Path keys = client.ownKey() ? directory.ownKeys().resolve(client.subject()) : own;
            OrganizationAuthority.write(authority.issue(client), own, keys);
            entries.add(entry(client, directory.root().relativize(own)));
        }
        PrivateFiles.write(directory.identitiesFile(), CanonicalJson.write(entries));
    }

    private static IdentityEntry entry(Client client, Path own) {
        return new IdentityEntry(
                client.subject(),
                client.mspId(),
                client.department(),
                client.role().name(),
                client.staff(),
                client.town(),
                client.grid(),
                own.resolve("cert.pem").toString(),
                client.ownKey()
                        ? Optional.empty()
                        : Optional.of(own.resolve("key.pem").toString()));
    }
}
