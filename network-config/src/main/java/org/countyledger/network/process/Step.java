package org.countyledger.network.process;

import java.util.Set;

/** Something that has to be done before everything is up. */
public sealed interface Step permits ProcessSpec, Chore {
    String name();

    /** What people call it. */
    String title();

    /** Names of the steps that must be done before it begins. */
    Set<String> after();
}
