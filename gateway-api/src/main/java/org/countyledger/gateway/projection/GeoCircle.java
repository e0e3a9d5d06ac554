package org.countyledger.gateway.projection;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A point (WGS84) and a distance from it. */
public record GeoCircle(BigDecimal longitude, BigDecimal latitude, BigDecimal radiusMetres) {
    public GeoCircle {
        GeoBox.requireOnEarth(longitude, latitude);
        if (radiusMetres.signum() < 0) {
            throw new IllegalArgumentException("a radius is not negative");
        }
    }

    /** Reads {@code lon,lat,radius}, the radius in metres; empty for anything else. */
    public static Optional<GeoCircle> parse(String text) {
        try {
            List<BigDecimal> n = GeoBox.numbers(text, 3);
            return Optional.of(new GeoCircle(n.get(0), n.get(1), n.get(2)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
