package org.countyledger.domain.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.contract.LedgerKey.PointerKey;
import org.countyledger.domain.contract.LedgerKey.PolicyKey;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header.PolicyRef;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.time.WorkCalendar;
import org.countyledger.domain.time.WorkYear;

/** Policies and calendars as they stand on the ledger. */
public final class PolicyBook {
    /** State of a work calendar that counts. */
    public static final String IN_FORCE = "IN_FORCE";

    private final Facts facts;

    public PolicyBook(Facts facts) {
        this.facts = facts;
    }

    public static PointerKey pointer(String policy) {
        return new PointerKey("policy~" + policy);
    }

    public PolicyVersions versions(String policy) {
        return facts.entry(pointer(policy), PolicyVersions.class).orElse(PolicyVersions.NONE);
    }

    /** The version in effect at this moment. */
    public Optional<PolicyVersion> at(String policy, Instant moment) {
        return versions(policy).at(moment).flatMap(version -> text(policy, version.version()));
    }

    /** Reference to the version in effect at this moment. */
    public Optional<PolicyRef> refAt(String policy, Instant moment) {
        return versions(policy).at(moment).map(version -> new PolicyRef(policy, version.version(), version.sha256()));
    }

    public Optional<PolicyVersion> text(String policy, long version) {
        return facts.entry(new PolicyKey(policy, version), PolicyVersion.class);
    }

    public Optional<County> county(Instant moment) {
        return at(County.POLICY, moment).map(County::new);
    }

    /** The published working days, as far as the ledger has them. */
    public WorkCalendar calendar(Instant moment) {
        return new WorkCalendar(year -> county(moment)
                .flatMap(county -> facts.header(Kind.WORK_CALENDAR, county.calendarFamily() + "-" + year))
                .filter(header -> header.state().equals(IN_FORCE))
                .map(header -> header.fields().compiled(WorkYear.class, PolicyBook::year)));
    }

    private static WorkYear year(Clear fields) {
        return new WorkYear(
                Math.toIntExact(fields.integer("year").orElseThrow()),
                days(fields.texts("restDays")),
                days(fields.texts("workingWeekends")));
    }

    private static java.util.Set<LocalDate> days(List<String> texts) {
        return texts.stream().map(LocalDate::parse).collect(Collectors.toSet());
    }
}
