package org.countyledger.gateway.tasks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.domain.risk.Band;
import org.countyledger.gateway.language.Text;

/**
 * Where a model would go first. It decides nothing.
 *
 * @param score the record of it, which may be viewed, overridden and contested
 * @param shown absent for whoever may not see it, and where the caller's organisation does not hold it
 */
@Schema(name = "RiskHint")
record RiskHint(String score, String purpose, String state, Instant expiresAt, Optional<Shown> shown) {

    /** What is private of it: a band and why, never the number. */
    @Schema(name = "RiskBand")
    record Shown(Band band, Text label, List<Text> reasons) {

        /** Empty unless the value is the one that the record names, and has the form of a score's. */
        static Optional<Shown> of(Header score, PrivateValue value) {
            boolean isNamed = score.group(RiskHints.GROUP)
                    .filter(group -> group.commitment().equals(value.commitment()))
                    .isPresent();
            return isNamed ? band(value.content()).map(band -> of(band, value.content())) : Optional.empty();
        }

        private static Shown of(Band band, Map<?, ?> content) {
            return new Shown(band, new Text(band.zh(), band.en()), reasons(content));
        }

        private static Optional<Band> band(Map<?, ?> content) {
            return content.get("opened") instanceof Map<?, ?> opened
                            && opened.get("score") instanceof Map<?, ?> score
                            && score.get("band") instanceof String name
                    ? Band.find(name)
                    : Optional.empty();
        }

        private static List<Text> reasons(Map<?, ?> content) {
            return content.get("reasons") instanceof List<?> reasons
                    ? reasons.stream().flatMap(each -> reason(each).stream()).toList()
                    : List.of();
        }

        private static Optional<Text> reason(Object each) {
            return each instanceof Map<?, ?> reason
                            && reason.get("zh") instanceof String zh
                            && reason.get("en") instanceof String en
                    ? Optional.of(new Text(zh, en))
                    : Optional.empty();
        }
    }
}
