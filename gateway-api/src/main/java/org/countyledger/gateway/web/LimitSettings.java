package org.countyledger.gateway.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one may ask, and how slowly. Sizes of bodies and headers are Spring's own settings.
 *
 * @param requestsPerSecond of one address, in the long run
 * @param burst requests of one address at once
 * @param connections that may be open
 * @param requestTime within which a whole request must have come
 */
@ConfigurationProperties("county.limits")
record LimitSettings(
        @DefaultValue("1000") int requestsPerSecond,
        @DefaultValue("2000") int burst,
        @DefaultValue("8000") int connections,
        @DefaultValue("30s") Duration requestTime) {
    LimitSettings {
        if (requestsPerSecond < 1 || burst < 1 || connections < 1 || requestTime.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("every limit in county.limits must be positive");
        }
    }
}
