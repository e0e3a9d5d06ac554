package org.countyledger.embedded.chaincode;

import java.time.Duration;

/**
 * One organisation's instance of a chaincode.
 *
 * @param executionLimit how long a transaction may take, as {@code chaincode.executetimeout} of a peer
 */
public record ChaincodeTarget(String packageId, ChaincodeEndpoint endpoint, Duration executionLimit) {
    private static final Duration STANDARD_LIMIT = Duration.ofSeconds(30);

    /** With Fabric's own limit of 30 s. */
    public static ChaincodeTarget of(String packageId, ChaincodeEndpoint endpoint) {
        return new ChaincodeTarget(packageId, endpoint, STANDARD_LIMIT);
    }
}
