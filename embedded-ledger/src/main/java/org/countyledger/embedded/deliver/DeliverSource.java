package org.countyledger.embedded.deliver;

import java.time.Instant;
import java.util.function.Supplier;
import org.countyledger.embedded.channel.AccessControl;
import org.countyledger.embedded.commit.ChainProgress;
import org.countyledger.embedded.state.BlockStore;

/** What streams read from. */
public record DeliverSource(
        String channel,
        BlockStore blocks,
        ChainProgress progress,
        AccessControl access,
        PrivateSource privateData,
        Supplier<Instant> clock) {}
