package org.countyledger.domain.support;

import java.util.Optional;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;

/** Providers of services act under department {@code provider-} and the id of their unit (domain.md 3.7). */
public final class Providers {
    private static final String DEPARTMENT = "provider-";

    private Providers() {}

    /** The provider who submits is the one that the record names in its field {@code provider}. */
    public static Guard isOwn() {
        return isOf(situation -> situation.field("provider"));
    }

    /** Where a provider is found that the command or another record names. */
    @FunctionalInterface
    public interface Named {
        Optional<String> provider(Situation situation);
    }

    public static Guard isOf(Named named) {
        return Guard.that(
                        situation -> named.provider(situation)
                                .map(DEPARTMENT::concat)
                                .equals(situation.actor().department()),
                        RefusalCode.NOT_THE_PROVIDER)
                .onlyIf(situation -> situation.actor().role() == Role.PROVIDER);
    }
}
