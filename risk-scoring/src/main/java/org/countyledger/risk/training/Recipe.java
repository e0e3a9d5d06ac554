package org.countyledger.risk.training;

/**
 * How a model is trained; with the data, all that is needed to train it again. Fractions are in thousandths.
 *
 * @param trees trees of a forest, rounds of boosting
 */
public record Recipe(Kind kind, int trees, int depth, Growth growth, long seed) {
    /** The two families of learners. */
    public enum Kind {
        FOREST,
        BOOSTING
    }

    /**
     * How trees grow.
     *
     * @param minChild a node with fewer records (boosting: less weight) is not split
     * @param columnPermille share of features tried in a split (boosting: in a tree)
     * @param rowPermille share of records that a round of boosting sees
     * @param stepPermille how far a round of boosting goes
     */
    public record Growth(int minChild, int columnPermille, int rowPermille, int stepPermille) {}

    public Recipe {
        if (trees < 2 || depth < 1 || depth > 14) {
            throw new IllegalArgumentException("at least 2 trees of a depth from 1 to 14");
        }
    }

    public static Recipe forest(int trees, long seed) {
        return new Recipe(Kind.FOREST, trees, 14, new Growth(20, 300, 1000, 1000), seed);
    }

    public static Recipe boosting(int rounds, long seed) {
        return new Recipe(Kind.BOOSTING, rounds, 5, new Growth(1, 500, 800, 50), seed);
    }

    /**
     * What learns by this recipe.
     *
     * @param threads how many may work at once; never changes what comes out
     */
    public Learner learner(int threads) {
        return switch (kind) {
            case FOREST -> new ForestLearner(this, threads);
            case BOOSTING -> new BoostingLearner(this);
        };
    }
}
