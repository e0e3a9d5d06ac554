package org.countyledger.ledger.identity;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The cryptography provider as an object. It is not installed globally: nothing else in the process changes its
 * behaviour. Its P-256 is 4 to 7 times faster than the JDK's.
 */
public final class BouncyCastle {
    public static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}
}
