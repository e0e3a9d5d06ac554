package org.countyledger.ledger.identity;

import com.google.protobuf.ByteString;

/** Whether a signature is an identity's over a message. Thread safe; one that remembers what it verified saves work. */
@FunctionalInterface
public interface SignatureCheck {
    /** Verifies every time. */
    SignatureCheck EVERY_TIME = Identity::verify;

    boolean holds(Identity identity, ByteString message, ByteString signature);
}
