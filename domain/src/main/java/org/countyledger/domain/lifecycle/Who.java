package org.countyledger.domain.lifecycle;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.Header.Handling;
import org.countyledger.domain.record.KeyRole;

/** Who may take a row. */
public sealed interface Who {

    /** An officer, oracle or timer with this role in its certificate, placed as the role demands. */
    record Holder(Role role) implements Who {}

    /** As {@link Holder}, but only while this is so, e.g. when a policy delegates the step. */
    record HolderIf(Role role, Condition condition) implements Who {}

    /** As {@link Holder}, where the department that may act is not the one that handles the record. */
    record HolderAt(Role role, Function<Situation, Handling> place) implements Who {}

    /** A resident's key of one of these roles; the transaction is submitted by a CONDUIT. */
    record Key(Set<KeyRole> roles) implements Who {
        public Key {
            roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
        }
    }

    /** Any officer of the department that handles the record. */
    record HandlingOfficer() implements Who {}

    /** Any officer who already has a hand on the record. */
    record AnyHand() implements Who {}

    /** Any officer, about himself. */
    record AnyOfficer() implements Who {}

    /** Any identity of the channel. */
    record Anyone() implements Who {}

    /** Nobody directly: the record is opened by these rows of other tables. */
    record OpenedBy(Set<String> rules) implements Who {
        public OpenedBy {
            rules = Set.copyOf(rules);
        }
    }
}
