package org.countyledger.gateway.security;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenID provider beside the county's own issuer.
 *
 * @param issuer its identifier, an https address; {@code /.well-known/openid-configuration} is read below it; without it
 *     there is none
 * @param audience that every token must name
 * @param claim that holds the subject of an identity, e.g. {@code CA1001.TOWN_CLERK}
 * @param refresh between two looks at its keys
 */
@ConfigurationProperties("county.oidc")
public record OidcSettings(
        @Nullable URI issuer,
        @DefaultValue("county-gateway") String audience,
        @DefaultValue("sub") String claim,
        @DefaultValue("5m") Duration refresh) {
    public OidcSettings {
        if (issuer != null && !isSafe(issuer)) {
            throw new IllegalArgumentException("county.oidc.issuer must be an https address, found " + issuer);
        }
    }

    /** Plain http is for providers on this computer only. */
    static boolean isSafe(URI address) {
        String host = String.valueOf(address.getHost());
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && (host.equals("127.0.0.1") || host.equals("localhost")));
    }

    Optional<URI> provider() {
        return Optional.ofNullable(issuer);
    }
}
