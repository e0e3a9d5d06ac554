package org.countyledger.gateway.timer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the timers of the organisations run.
 *
 * @param enabled whether this process runs them
 * @param tick between two looks at what is due
 * @param sweep between two looks at what was staged and never used
 */
@ConfigurationProperties("county.timer")
record TimerSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("200ms") Duration tick,
        @DefaultValue("10m") Duration sweep) {}
