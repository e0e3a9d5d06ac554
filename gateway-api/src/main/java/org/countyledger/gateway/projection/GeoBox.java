package org.countyledger.gateway.projection;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Degrees of longitude and latitude (WGS84) from south-west to north-east. */
public record GeoBox(BigDecimal west, BigDecimal south, BigDecimal east, BigDecimal north) {
    public GeoBox {
        requireOnEarth(west, south);
        requireOnEarth(east, north);
        if (west.compareTo(east) > 0 || south.compareTo(north) > 0) {
            throw new IllegalArgumentException("a box goes from south-west to north-east");
        }
    }

    static void requireOnEarth(BigDecimal longitude, BigDecimal latitude) {
        if (longitude.abs().compareTo(BigDecimal.valueOf(180)) > 0
                || latitude.abs().compareTo(BigDecimal.valueOf(90)) > 0) {
            throw new IllegalArgumentException("there is no such place on earth");
        }
    }

    /** Reads {@code minLon,minLat,maxLon,maxLat}; empty for anything else. */
    public static Optional<GeoBox> parse(String text) {
        try {
            List<BigDecimal> n = numbers(text, 4);
            return Optional.of(new GeoBox(n.get(0), n.get(1), n.get(2), n.get(3)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static List<BigDecimal> numbers(String text, int wanted) {
        String[] parts = text.split(",", -1);
        if (parts.length != wanted
                || Arrays.stream(parts).anyMatch(part -> !part.matches("-?[0-9]{1,7}(\\.[0-9]{1,9})?"))) {
            throw new IllegalArgumentException("numbers between commas are expected");
        }
        return Arrays.stream(parts).map(BigDecimal::new).toList();
    }
}
