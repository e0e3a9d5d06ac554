package org.countyledger.gateway.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How departments' systems are told.
 *
 * @param targets origins that may be told, e.g. {@code https://orders.county.example} or {@code http://127.0.0.1:*}; without
 *     any, none may: an officer must not make the gateway call whatever is near it
 * @param mostOfDepartment webhooks that one department may have
 * @param answerLimit for one delivery
 * @param firstPause after a failure; each further one doubles it
 * @param longestPause between two tries
 * @param failureLimit failures in a row after which nothing is tried any more
 */
@ConfigurationProperties("county.webhooks")
record WebhookSettings(
        @DefaultValue List<String> targets,
        @DefaultValue("20") int mostOfDepartment,
        @DefaultValue("5s") Duration answerLimit,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("5m") Duration longestPause,
        @DefaultValue("20") int failureLimit) {
    private static final String ANY_PORT = ":*";

    WebhookSettings {
        targets = List.copyOf(targets);
    }

    boolean allows(URI url) {
        if (url.getScheme() == null || url.getHost() == null || url.getRawUserInfo() != null) {
            return false;
        }
        String host = url.getScheme() + "://" + url.getHost();
        String origin = url.getPort() < 0 ? host : host + ":" + url.getPort();
        return targets.contains(origin) || targets.contains(host + ANY_PORT);
    }

    /** How long to wait after so many failures in a row. */
    Duration pauseAfter(int failures) {
        int doublings = Math.min(Math.max(0, failures - 1), 20);
        Duration pause = firstPause.multipliedBy(1L << doublings);
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
