package org.countyledger.risk.explain;

/** The distinct features between a root and a node, with the weights of their subsets by size. */
final class Path {
    private final int[] feature;
    private final double[] zero;
    private final double[] one;
    private final double[] weight;
    private int length;

    Path(int capacity) {
        feature = new int[capacity];
        zero = new double[capacity];
        one = new double[capacity];
        weight = new double[capacity];
    }

    void clear() {
        length = 0;
    }

    void copy(Path other) {
        length = other.length;
        System.arraycopy(other.feature, 0, feature, 0, length);
        System.arraycopy(other.zero, 0, zero, 0, length);
        System.arraycopy(other.one, 0, one, 0, length);
        System.arraycopy(other.weight, 0, weight, 0, length);
    }

    int length() {
        return length;
    }

    int feature(int i) {
        return feature[i];
    }

    double zero(int i) {
        return zero[i];
    }

    double one(int i) {
        return one[i];
    }

    int find(int wanted) {
        for (int i = 1; i < length; i++) {
            if (feature[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    void extend(Step step) {
        int last = length++;
        feature[last] = step.feature();
        zero[last] = step.zero();
        one[last] = step.one();
        weight[last] = last == 0 ? 1 : 0;
        double size = last + 1;
        for (int i = last - 1; i >= 0; i--) {
            weight[i + 1] += step.one() * weight[i] * (i + 1) / size;
            weight[i] = step.zero() * weight[i] * (last - i) / size;
        }
    }

    void unwind(int place) {
        int last = --length;
        double carried = weight[last];
        for (int i = last - 1; i >= 0; i--) {
            if (one[place] != 0) {
                double kept = weight[i];
                weight[i] = carried * (last + 1) / ((i + 1) * one[place]);
                carried = kept - weight[i] * zero[place] * (last - i) / (last + 1);
            } else {
                weight[i] = weight[i] * (last + 1) / (zero[place] * (last - i));
            }
        }
        for (int i = place; i < last; i++) {
            feature[i] = feature[i + 1];
            zero[i] = zero[i + 1];
            one[i] = one[i + 1];
        }
    }

    /** The sum of weights that would be left without {@code place}. */
    double unwound(int place) {
        int last = length - 1;
        double carried = weight[last];
        double total = 0;
        for (int i = last - 1; i >= 0; i--) {
            if (one[place] != 0) {
                double part = carried * (last + 1) / ((i + 1) * one[place]);
                total += part;
                carried = weight[i] - part * zero[place] * (last - i) / (last + 1);
            } else {
                total += weight[i] * (last + 1) / (zero[place] * (last - i));
            }
        }
        return total;
    }
}
