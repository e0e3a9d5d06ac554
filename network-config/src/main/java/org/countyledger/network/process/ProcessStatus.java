package org.countyledger.network.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a process is.
 *
 * @param memoryBytes resident memory, where the system tells it
 * @param trouble why it does not answer, though it runs
 */
public record ProcessStatus(
        String name,
        State state,
        OptionalLong pid,
        List<Port> ports,
        OptionalLong memoryBytes,
        Duration uptime,
        Optional<String> trouble) {
    /** Whether it runs. */
    public enum State {
        UP,
        UNWELL,
        DIED,
        DOWN
    }

    static ProcessStatus down(ProcessSpec spec, boolean wasStarted) {
        return new ProcessStatus(
                spec.name(),
                wasStarted ? State.DIED : State.DOWN,
                OptionalLong.empty(),
                spec.ports(),
                OptionalLong.empty(),
                Duration.ZERO,
                Optional.empty());
    }
}
