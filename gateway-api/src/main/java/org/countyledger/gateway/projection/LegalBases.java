package org.countyledger.gateway.projection;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Clock;
import org.springframework.stereotype.Component;

/** The law behind a clock: what the policy entry that gave its period quotes as its source. */
@Component
public final class LegalBases {
    private static final Pattern BASIS = Pattern.compile("(?<policy>[a-z]+)\\.(?<entry>.+)@(?<version>[0-9]+)");

    private final PolicyBook policies;

    LegalBases(LedgerFacts facts) {
        this.policies = new PolicyBook(facts);
    }

    /** Empty for a period that is the county's own choice. */
    public Optional<String> of(Clock clock) {
        Matcher basis = BASIS.matcher(clock.basis());
        return basis.matches() ? source(basis) : Optional.empty();
    }

    private Optional<String> source(Matcher basis) {
        return policies.text(basis.group("policy"), Long.parseLong(basis.group("version")))
                .flatMap(version -> version.entries().object(basis.group("entry")))
                .flatMap((Clear entry) -> entry.text("source"))
                .filter(source -> !source.equals("default"));
    }
}
