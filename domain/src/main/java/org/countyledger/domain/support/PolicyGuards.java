package org.countyledger.domain.support;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import org.countyledger.domain.contract.LedgerKey.PolicyKey;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.policy.County;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.policy.Purpose;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Clock.Unit;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/** What must be true of policies (domain.md 3.9). */
final class PolicyGuards {
    private PolicyGuards() {}

    static Guard idIsPolicyAndVersion() {
        return Guard.that(
                situation -> situation.command().id().equals(situation.text("policy") + ":" + version(situation)),
                RefusalCode.POLICY_INVALID);
    }

    /** Until the county is founded, only its own policy may be proposed. */
    static Guard countyComesFirst() {
        return Guard.that(
                situation -> isCounty(situation.clear())
                        || situation.policies().versions(County.POLICY).last() > 0,
                RefusalCode.COUNTY_NOT_FOUNDED);
    }

    static Guard versionIsNext() {
        return Guard.that(
                situation -> version(situation)
                        == situation
                                        .policies()
                                        .versions(situation.text("policy"))
                                        .last()
                                + 1,
                RefusalCode.POLICY_VERSION_WRONG);
    }

    /** Every entry has a value, a unit, and says where it comes from. */
    static Guard textIsWhole() {
        return situation -> {
            Clear entries = situation.clear().object("entries").orElse(Clear.EMPTY);
            return entries.names().stream()
                    .filter(name -> !isWhole(entries.object(name).orElse(Clear.EMPTY)))
                    .findFirst()
                    .flatMap(name -> situation.refuse(RefusalCode.POLICY_INVALID, "/clear/entries/" + name))
                    .or(() -> isCounty(situation.clear()) ? countyProblem(situation) : Optional.empty());
        };
    }

    private static boolean isWhole(Clear entry) {
        return entry.has("value")
                && entry.text("unit").filter(unit -> isPossible(entry, unit)).isPresent()
                && entry.text("source").isPresent();
    }

    /** A period must be countable, or every clock that takes it would fail. */
    private static boolean isPossible(Clear entry, String unit) {
        return Arrays.stream(Unit.values())
                .filter(known -> known.name().equals(unit))
                .allMatch(known -> entry.integer("value").filter(known::allows).isPresent());
    }

    private static Optional<Refusal> countyProblem(Situation situation) {
        Clear entries = situation.clear().object("entries").orElse(Clear.EMPTY);
        boolean whole = entries.object("code")
                        .flatMap(entry -> entry.text("value"))
                        .filter(code -> code.matches("[0-9]{6}"))
                        .isPresent()
                && entries.object("demonstration")
                        .flatMap(entry -> entry.flag("value"))
                        .isPresent();
        if (!whole) {
            return situation.refuse(RefusalCode.POLICY_INVALID, "/clear/entries/code");
        }
        return County.organizations(entries).size() < 2
                ? situation.refuse(RefusalCode.POLICY_INVALID, "/clear/entries/departments")
                : Optional.empty();
    }

    /** DEMO and TEST belong to demonstrations, and count in seconds. */
    static Guard purposeIsAllowed() {
        return situation -> {
            if (isCounty(situation.clear()) || purpose(situation) == Purpose.LEGAL) {
                return Optional.empty();
            }
            if (!isDemonstration(situation)) {
                return situation.refuse(RefusalCode.PURPOSE_NOT_ALLOWED);
            }
            return countsInSeconds(situation)
                    ? Optional.empty()
                    : situation.refuse(RefusalCode.POLICY_INVALID, "Its periods must be in seconds.");
        };
    }

    private static boolean isDemonstration(Situation situation) {
        return situation
                .policies()
                .text(County.POLICY, 1)
                .map(County::new)
                .filter(County::isDemonstration)
                .isPresent();
    }

    private static boolean countsInSeconds(Situation situation) {
        Clear entries = situation.clear().object("entries").orElse(Clear.EMPTY);
        return entries.names().stream()
                .flatMap(name -> entries.object(name).stream())
                .flatMap(entry -> entry.text("unit").stream())
                .noneMatch(PolicyGuards::isSlowerThanSeconds);
    }

    private static boolean isSlowerThanSeconds(String unit) {
        return !unit.equals(Unit.s.name())
                && Arrays.stream(Unit.values()).anyMatch(known -> known.name().equals(unit));
    }

    /** A county is a demonstration or not, for ever. */
    static Guard demonstrationNeverChanges() {
        return situation -> {
            Optional<PolicyVersion> first = situation.policies().text(County.POLICY, 1);
            if (!isCounty(situation.clear()) || first.isEmpty()) {
                return Optional.empty();
            }
            boolean before = new County(first.get()).isDemonstration();
            boolean after = situation
                    .clear()
                    .object("entries")
                    .flatMap(entries -> entries.object("demonstration"))
                    .map(entry -> entry.isTrue("value"))
                    .orElse(false);
            return before == after ? Optional.empty() : situation.refuse(RefusalCode.PURPOSE_NOT_ALLOWED);
        };
    }

    /** Only a first version may take effect before it is proposed. */
    static Guard notRetroactive() {
        return Guard.that(
                situation -> version(situation) == 1
                        || !Instant.parse(situation.text("effectiveFrom")).isBefore(situation.at()),
                RefusalCode.POLICY_INVALID);
    }

    static Guard byAnotherOrganization() {
        return Guard.that(
                situation -> situation
                        .field("proposedBy")
                        .filter(org -> !org.equals(situation.actor().mspId()))
                        .isPresent(),
                RefusalCode.SEPARATION_OF_DUTY);
    }

    static Guard documentForLaw() {
        return Guard.that(
                situation -> !situation.field("purpose").equals(Optional.of(Purpose.LEGAL.name()))
                        || situation.clear().has("documentDigest"),
                RefusalCode.FIELD_MISSING);
    }

    static Guard stillNext() {
        return Guard.that(
                situation -> text(situation).version()
                        == situation
                                        .policies()
                                        .versions(text(situation).policy())
                                        .last()
                                + 1,
                RefusalCode.POLICY_VERSION_WRONG);
    }

    /** Writes the immutable text, and the pointer to all versions. */
    static void putInForce(Situation situation, Draft draft) {
        PolicyVersion text = text(situation);
        draft.entry(new PolicyKey(text.policy(), text.version()), text);
        draft.entry(
                PolicyBook.pointer(text.policy()),
                situation.policies().versions(text.policy()).with(text.ref(), text.effectiveFrom()));
    }

    private static Optional<Header> next(Header header, BiFunction<Kind, String, Optional<Header>> records) {
        long version = header.fields().integer("version").orElse(0L);
        String policy = header.fields().text("policy").orElse("");
        return records.apply(Kind.POLICY, policy + ":" + (version + 1))
                .filter(later -> later.state().equals(PolicyState.RATIFIED.name())
                        || later.state().equals(PolicyState.SUPERSEDED.name()));
    }

    /** When the version after this one takes effect, once it is ratified. */
    static Optional<Instant> effectOfNext(Header header, BiFunction<Kind, String, Optional<Header>> records) {
        return next(header, records)
                .flatMap(later -> later.fields().text("effectiveFrom"))
                .map(Instant::parse);
    }

    static Guard laterVersionIsEffective() {
        return Guard.that(
                situation -> effectOfNext(situation.header(), situation.facts()::header)
                        .filter(from -> !situation.at().isBefore(from))
                        .isPresent(),
                RefusalCode.CLOCK_NOT_ELAPSED);
    }

    private static PolicyVersion text(Situation situation) {
        Clear fields = situation.header().fields();
        return new PolicyVersion(
                fields.text("policy").orElseThrow(),
                fields.integer("version").orElseThrow(),
                Purpose.valueOf(fields.text("purpose").orElseThrow()),
                Instant.parse(fields.text("effectiveFrom").orElseThrow()),
                fields.isTrue("appliesToOpen"),
                fields.object("entries").orElseThrow());
    }

    private static boolean isCounty(Clear clear) {
        return clear.text("policy").equals(Optional.of(County.POLICY));
    }

    private static Purpose purpose(Situation situation) {
        return Purpose.valueOf(situation.text("purpose"));
    }

    private static long version(Situation situation) {
        return situation.clear().integer("version").orElse(0L);
    }

    /** Remembers which organisation proposed. */
    static void rememberProposer(Situation situation, Draft draft) {
        draft.show("proposedBy", situation.actor().mspId());
    }
}
