package org.countyledger.risk.features;

import java.util.List;

/**
 * One thing that a model may know of a record.
 *
 * @param code its name in records, models and contributions
 * @param steps upper ends of the steps of a number, ascending; empty for a category
 * @param label what people call it
 */
public record Feature(String code, List<Integer> steps, Label label) {
    /** The name of a feature in both languages. */
    public record Label(String zh, String en) {}

    public Feature {
        PersonAttributes.refuse(code);
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i) <= steps.get(i - 1)) {
                throw new IllegalArgumentException(code + ": steps must ascend");
            }
        }
    }

    static Feature category(String code, String zh, String en) {
        return new Feature(code, List.of(), new Label(zh, en));
    }

    static Feature number(String code, List<Integer> steps, Label label) {
        return new Feature(code, steps, label);
    }

    public boolean isCategory() {
        return steps.isEmpty();
    }

    /** The step a number falls on: how many upper ends lie below it. */
    int step(String text) {
        int value = number(text);
        int step = 0;
        while (step < steps.size() && value > steps.get(step)) {
            step++;
        }
        return step;
    }

    private int number(String text) {
        try {
            int value = Integer.parseInt(text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new RefusedFieldException(RefusedFieldException.Code.NOT_A_NUMBER, code, e);
        }
        throw new RefusedFieldException(RefusedFieldException.Code.NOT_A_NUMBER, code);
    }
}
