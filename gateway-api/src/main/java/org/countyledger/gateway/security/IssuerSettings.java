package org.countyledger.gateway.security;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose bearer tokens are taken.
 *
 * @param name the {@code iss} of every token
 * @param keys JWK set file with its public keys
 */
@ConfigurationProperties("county.issuer")
public record IssuerSettings(String name, Path keys) {}
