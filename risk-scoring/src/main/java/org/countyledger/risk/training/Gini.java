package org.countyledger.risk.training;

/** Tribuo's {@code GiniIndex} for two classes, with the same operations in the same order. */
final class Gini {
    private Gini() {}

    static double of(int first, int second) {
        double sum = (double) first + second;
        double a = first / sum;
        double b = second / sum;
        return a * (1 - a) + b * (1 - b);
    }

    static double weighted(int first, int second) {
        double sum = (double) first + second;
        return sum * of(first, second);
    }
}
