package org.countyledger.benchmarks;

import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.countyledger.ledger.identity.BouncyCastle;

/** The cryptography providers of this computer that verify ECDSA. */
final class Providers {
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private Providers() {}

    static List<Provider> all() {
        List<Provider> providers =
                new ArrayList<>(List.of(Objects.requireNonNull(Security.getProvider("SunEC")), BouncyCastle.PROVIDER));
        try {
            providers.add(
                    (Provider) Class.forName(CORRETTO).getField("INSTANCE").get(null));
        } catch (ReflectiveOperationException | LinkageError e) {
            System.err.println("Amazon's provider is not here, and left out: " + e);
        }
        return providers;
    }
}
