package org.countyledger.oracle.problem;

import java.io.Serial;
import java.util.List;
import java.util.Optional;

/** Carries what went wrong to the one place that answers; what it says is for the caller. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    private ProblemException(Finding finding) {
        super(finding.code().text(), null, false, false);
        this.finding = finding;
    }

    public ProblemException(ProblemCode code) {
        this(new Finding(code, Optional.empty(), List.of()));
    }

    public ProblemException(ProblemCode code, Text detail) {
        this(new Finding(code, Optional.of(detail), List.of()));
    }

    /** The request is refused as a whole because of these places. */
    public static ProblemException validation(List<Place> places) {
        return new ProblemException(new Finding(ProblemCode.VALIDATION_FAILED, Optional.empty(), places));
    }

    /** As {@link #validation(List)}, with one place. */
    public static ProblemException validation(String pointer, Text reason) {
        return validation(List.of(new Place(pointer, reason)));
    }

    /**
     * What is wrong at one place of the request.
     *
     * @param pointer JSON pointer into the body, {@code /n} for the nth message of a sequence, or a parameter's name
     */
    public record Place(String pointer, Text reason) {}

    /** What went wrong, before it is said in the caller's language. */
    record Finding(ProblemCode code, Optional<Text> detail, List<Place> places) {
        Finding {
            places = List.copyOf(places);
        }
    }

    Finding finding() {
        return finding;
    }
}
