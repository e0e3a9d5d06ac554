package org.countyledger.gateway.problem;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.gateway.language.Text;

/** What the contract says behind a refusal's sentence: a place of the command, or from when on it is allowed. */
public final class RefusedField {
    private static final Pattern PLACE = Pattern.compile("(?<pointer>/(?:clear|commitments)/\\S+)(?: (?<reason>.+))?");
    private static final Pattern MOMENT = Pattern.compile("availableAt=(?<moment>\\S+)");

    private RefusedField() {}

    /** The place that the sentence names, with what is wrong there. */
    public static Optional<FieldProblem> in(RefusalCode code, String sentence) {
        Matcher place = PLACE.matcher(sentence);
        return place.find() ? Optional.of(problem(code, place)) : Optional.empty();
    }

    private static FieldProblem problem(RefusalCode code, Matcher place) {
        String reason = place.group("reason");
        Text said = reason == null
                ? Text.of(code)
                : new Text(code.chinese() + "（" + reason + "）", code.english() + " It " + reason + ".");
        return new FieldProblem(place.group("pointer"), said);
    }

    /** The moment that the sentence names. */
    public static Optional<Instant> moment(String sentence) {
        Matcher moment = MOMENT.matcher(sentence);
        try {
            return moment.find() ? Optional.of(Instant.parse(moment.group("moment"))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
