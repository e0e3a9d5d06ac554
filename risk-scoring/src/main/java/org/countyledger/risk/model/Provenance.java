package org.countyledger.risk.model;

import java.util.List;
import org.countyledger.risk.features.Target;
import org.countyledger.risk.features.View;
import org.countyledger.risk.training.Recipe;

/**
 * All that is needed to train a model again: with the same data and this, its digest comes out again.
 *
 * @param commit the code that trained it
 * @param recipe how it learned
 */
public record Provenance(Target purpose, Data data, Recipe recipe, String commit) {
    /**
     * What it was trained on.
     *
     * @param digest SHA-256 of the log's text
     * @param view what the log's incidents were taken for
     * @param events at which events records were taken, ascending
     * @param trainPermille the share of records, by time of opening, that it learned from
     * @param records records that it learned from, counted by events
     * @param until the opening of the first record that it did not learn from, ISO 8601; empty when there is none
     */
    public record Data(String digest, View view, List<Integer> events, int trainPermille, int records, String until) {
        private static final int ALL = 1000;

        /** What is asked for: the rest is found out by training. */
        public static Data wanted(View view, List<Integer> events, int trainPermille) {
            return new Data("", view, events, trainPermille, 0, "");
        }

        public Data {
            events = List.copyOf(events);
            if (events.isEmpty() || trainPermille < 1 || trainPermille > ALL) {
                throw new IllegalArgumentException("events are named, and a share lies between 1 and 1000");
            }
        }
    }
}
