package org.countyledger.risk.card;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A square plot of shares as inline SVG. */
final class Plot {
    private static final int SIDE = 260;
    private static final int LEFT = 56;
    private static final int TOP = 16;
    private static final int TICKS = 5;
    private static final double BIGGEST_DOT = 9;

    /** A place in the plot and how much it weighs. */
    record Dot(double x, double y, double weight) {}

    private final StringBuilder svg = new StringBuilder();

    Plot(String title, String across, String up) {
        svg.append("<svg viewBox=\"0 0 340 330\" role=\"img\" aria-label=\"")
                .append(title)
                .append("\">");
        for (int tick = 0; tick <= TICKS; tick++) {
            double at = tick / (double) TICKS;
            line("grid", new Dot(at, 0, 0), new Dot(at, 1, 0));
            line("grid", new Dot(0, at, 0), new Dot(1, at, 0));
            text(x(at), y(0) + 18, "middle", "%.1f".formatted(at));
            text(x(0) - 8, y(at) + 4, "end", "%.1f".formatted(at));
        }
        text(x(0.5), y(0) + 40, "middle", across);
        svg.append("<text class=\"axis\" text-anchor=\"middle\" transform=\"translate(14 %s) rotate(-90)\">%s</text>"
                .formatted(number(y(0.5)), up));
    }

    Plot diagonal() {
        line("ideal", new Dot(0, 0, 0), new Dot(1, 1, 0));
        return this;
    }

    Plot level(double share) {
        line("ideal", new Dot(0, share, 0), new Dot(1, share, 0));
        return this;
    }

    Plot curve(List<Dot> dots) {
        String points = dots.stream()
                .map(dot -> number(x(dot.x())) + "," + number(y(dot.y())))
                .collect(Collectors.joining(" "));
        svg.append("<polyline class=\"curve\" points=\"").append(points).append("\"/>");
        return this;
    }

    Plot dots(List<Dot> dots) {
        double heaviest = dots.stream().mapToDouble(Dot::weight).max().orElse(1);
        for (Dot dot : dots) {
            double radius = Math.max(2.5, BIGGEST_DOT * Math.sqrt(dot.weight() / heaviest));
            svg.append("<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
                    .formatted(number(x(dot.x())), number(y(dot.y())), number(radius)));
        }
        return this;
    }

    String svg() {
        return svg + "</svg>";
    }

    private static double x(double share) {
        return LEFT + share * SIDE;
    }

    private static double y(double share) {
        return TOP + (1 - share) * SIDE;
    }

    private void line(String style, Dot from, Dot to) {
        svg.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(style, number(x(from.x())), number(y(from.y())), number(x(to.x())), number(y(to.y()))));
    }

    private void text(double x, double y, String anchor, String words) {
        svg.append("<text class=\"axis\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(number(x), number(y), anchor, words));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
