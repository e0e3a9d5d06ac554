package org.countyledger.client;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a gateway peer listens.
 *
 * @param organization MSP id of the organisation that runs it
 * @param address host:port
 * @param tlsRoot PEM file with the organisation's TLS root; absent: plain text
 * @param authority the name in its certificate, when that is not the host
 */
public record PeerAddress(String organization, String address, Optional<Path> tlsRoot, Optional<String> authority) {}
