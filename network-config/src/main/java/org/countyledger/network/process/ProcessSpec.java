package org.countyledger.network.process;

import java.util.List;
import java.util.Set;

/**
 * One program that is to run on by itself.
 *
 * @param name of its pid file and log
 * @param title what people call it
 * @param program its command line is no place for secrets: everybody on the computer can read it
 * @param stopCommand ends it in order; without one, SIGTERM does
 * @param after names of those that must answer before it starts
 */
public record ProcessSpec(
        String name,
        String title,
        Program program,
        List<String> stopCommand,
        List<Port> ports,
        Probe probe,
        Set<String> after)
        implements Step {
    public ProcessSpec {
        stopCommand = List.copyOf(stopCommand);
        ports = List.copyOf(ports);
        after = Set.copyOf(after);
    }
}
