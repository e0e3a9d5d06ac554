package org.countyledger.domain.needs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Effects;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordKey;
import org.countyledger.domain.support.Providers;

/** What must be true of service needs; named by the rules of docs/policy/ServiceNeed.md. */
final class NeedGuards {
    static final String EXCLUDED = "excluded";

    private NeedGuards() {}

    static void found(Situation situation, Draft draft) {
        draft.handledBy("CivilAffairsMSP", "civil-affairs");
        Effects.registersKey().apply(situation, draft);
    }

    static Guard daysAreInOrder() {
        return Guard.that(
                situation -> !LocalDate.parse(situation.text("latestDay"))
                        .isBefore(LocalDate.parse(situation.text("earliestDay"))),
                RefusalCode.FIELD_INVALID);
    }

    /** The resource that the command names, or that was chosen. */
    static Optional<ResourceView> resource(Situation situation) {
        return situation
                .clear()
                .text("resource")
                .or(() -> situation.field("resource"))
                .flatMap(id -> situation.record(Kind.RESOURCE, id))
                .map(ResourceView::new);
    }

    static Guard resourceIsOpen() {
        return Guard.that(
                situation -> resource(situation).filter(ResourceView::isOpen).isPresent(), RefusalCode.RESOURCE_CLOSED);
    }

    static Guard isProviderOfTheResource() {
        return Providers.isOf(situation -> resource(situation).map(ResourceView::provider));
    }

    /** A grid worker brings the word of somebody who has no key, and only of such a one. */
    static Guard hasRecordedWord() {
        return situation -> {
            if (situation.actor().isConduit()) {
                return Optional.empty();
            }
            boolean hasKey = situation.header().keys().stream().anyMatch(RecordKey::isLive);
            return hasKey
                    ? situation.refuse(RefusalCode.SIGNATURE_REQUIRED)
                    : Guards.staged("word").check(situation);
        };
    }

    static Guard isOneOfThoseOffered() {
        return Guard.that(
                situation -> situation.header().fields().objects("shortlist").stream()
                        .map(offer -> offer.text("resource"))
                        .anyMatch(Optional.of(situation.text("resource"))::equals),
                RefusalCode.NOT_LISTED);
    }

    static void exclude(Situation situation, Draft draft) {
        List<String> excluded = new ArrayList<>(situation.header().fields().texts(EXCLUDED));
        situation.field("resource").ifPresent(excluded::add);
        draft.show(EXCLUDED, excluded);
    }

    static Clear fields(Situation situation) {
        return situation.header().fields();
    }
}
