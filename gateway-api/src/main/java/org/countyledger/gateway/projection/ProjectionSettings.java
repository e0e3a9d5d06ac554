package org.countyledger.gateway.projection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the projection is watched.
 *
 * @param lagLimitBlocks the process does not call itself healthy when it is further behind
 */
@ConfigurationProperties("county.projection")
record ProjectionSettings(@DefaultValue("100") int lagLimitBlocks) {}
