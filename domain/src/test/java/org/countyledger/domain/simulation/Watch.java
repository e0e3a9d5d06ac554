package org.countyledger.domain.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Change;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.testing.ListedClocks;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;

/** Looks at every step before it is written, and digests the history. */
final class Watch implements Consumer<Accepted> {
    private final TestCounty county;
    private final MessageDigest history;
    private final Money money;
    private final Closings closings;
    private final Totals totals = new Totals();
    private final Sizes sizes = new Sizes();

    Watch(TestCounty county) {
        this.county = county;
        this.money = new Money(county);
        this.closings = new Closings(county);
        try {
            this.history = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has it", e);
        }
    }

    @Override
    public void accept(Accepted accepted) {
        List<Change> changes = accepted.changes();
        for (Change change : changes) {
            Optional<Header> before = county.find(Target.of(change.header()));
            before.ifPresent(header ->
                    ListedClocks.assertOthersSurvive(county.engine().tables().of(header.kind()), header, change));
            money.check(change);
            closings.check(before, change);
            totals.count(before, change);
            sizes.measure(change);
            history.update((change.header().kind().wireName()
                            + change.header().id()
                            + change.header().position().lastEventDigest())
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    Totals totals() {
        return totals;
    }

    Money money() {
        return money;
    }

    Sizes sizes() {
        return sizes;
    }

    /** SHA-256 over all events in their order. */
    String digest() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) history.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 can be cloned", e);
        }
    }
}
