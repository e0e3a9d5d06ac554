package org.countyledger.ledger.identity;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;

/**
 * What an MSP finds about one certificate. {@code certifiers} is the hash of its chain above it, empty where there is no
 * chain; the units of a certificate without a chain do not count.
 */
record MembershipCheck(List<String> organizationalUnits, ByteString certifiers, Optional<String> invalidity) {
    MembershipCheck {
        organizationalUnits = List.copyOf(organizationalUnits);
    }

    static MembershipCheck refused(String reason) {
        return new MembershipCheck(List.of(), ByteString.EMPTY, Optional.of(reason));
    }
}
