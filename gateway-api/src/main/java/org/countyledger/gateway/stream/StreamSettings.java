package org.countyledger.gateway.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are streamed.
 *
 * @param most streams that may be open at once
 * @param mostOfAddress streams that one address may have open at once
 * @param recent events that are held in memory; who falls further behind is sent away
 * @param heartbeat between two signs of life
 */
@ConfigurationProperties("county.streams")
public record StreamSettings(
        @DefaultValue("2000") int most,
        @DefaultValue("100") int mostOfAddress,
        @DefaultValue("2000") int recent,
        @DefaultValue("15s") Duration heartbeat) {}
