package org.countyledger.gateway.open311;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/**
 * Which requests are asked for.
 *
 * @param ids empty: any
 */
record RequestQuery(List<String> ids, List<String> codes, Instant begin, Instant end, Set<Status> statuses) {
    /** At most so many are answered. */
    static final int MOST = 1000;

    private static final Duration USUAL = Duration.ofDays(90);
    private static final int MOST_IDS = 100;

    /** The two states of GeoReport. */
    enum Status {
        OPEN,
        CLOSED;

        String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static RequestQuery of(MultiValueMap<String, String> parameters) {
        List<String> codes = words(parameters, "service_code");
        if (!codes.stream().allMatch(Services::isPublic)) {
            throw new Open311Exception(HttpStatus.NOT_FOUND, "service_code was not found");
        }
        List<String> ids = words(parameters, "service_request_id");
        if (ids.size() > MOST_IDS) {
            throw new Open311Exception(HttpStatus.BAD_REQUEST, "too many of service_request_id");
        }
        Instant end = moment(parameters, "end_date").orElseGet(Instant::now);
        Instant begin = moment(parameters, "start_date").orElse(ids.isEmpty() ? end.minus(USUAL) : Instant.EPOCH);
        return new RequestQuery(ids, codes.isEmpty() ? Services.codes() : codes, begin, end, statuses(parameters));
    }

    static RequestQuery byId(String id) {
        return new RequestQuery(List.of(id), Services.codes(), Instant.EPOCH, Instant.now(), Set.of(Status.values()));
    }

    private static Set<Status> statuses(MultiValueMap<String, String> parameters) {
        List<String> wanted = words(parameters, "status");
        try {
            return wanted.isEmpty()
                    ? Set.of(Status.values())
                    : Set.copyOf(wanted.stream()
                            .map(word -> Status.valueOf(word.toUpperCase(java.util.Locale.ROOT)))
                            .toList());
        } catch (IllegalArgumentException e) {
            throw new Open311Exception(HttpStatus.BAD_REQUEST, "status is open or closed");
        }
    }

    private static List<String> words(MultiValueMap<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.getFirst(name)).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Optional<Instant> moment(MultiValueMap<String, String> parameters, String name) {
        try {
            return Optional.ofNullable(parameters.getFirst(name))
                    .map(text -> OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
        } catch (DateTimeException e) {
            throw new Open311Exception(HttpStatus.BAD_REQUEST, name + " is not a time of ISO 8601 with its zone");
        }
    }
}
