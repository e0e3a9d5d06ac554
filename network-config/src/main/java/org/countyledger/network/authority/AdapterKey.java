package org.countyledger.network.authority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.PrivateFiles;

/** The key by which the oracle signs what it reads from files and JSON feeds that do not sign themselves. */
final class AdapterKey {
    private AdapterKey() {}

    static void create(CountyDirectory county) throws IOException {
        PrivateFiles.directory(county.adapter());
        PrivateFiles.write(county.adapterKey(), Credential.keyPem(newKey()));
    }

    private static PrivateKey newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No Ed25519 key can be made", e);
        }
    }
}
