package org.countyledger.gateway.records;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long commands hold.
 *
 * @param officerValidity of an officer's command that does not say itself
 * @param residentValidity proposed to a resident who asks what to sign
 */
@ConfigurationProperties("county.commands")
public record CommandSettings(
        @DefaultValue("5m") Duration officerValidity,
        @DefaultValue("30m") Duration residentValidity) {}
