package org.countyledger.network.process;

import java.util.Set;

/**
 * Something that is done with processes once they answer.
 *
 * @param title what then is, as a sentence
 * @param work done at every start, so it must leave alone what is there already
 */
public record Chore(String name, String title, Set<String> after, Runnable work) implements Step {
    public Chore {
        after = Set.copyOf(after);
    }
}
