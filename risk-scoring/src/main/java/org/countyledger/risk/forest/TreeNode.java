package org.countyledger.risk.forest;

/** A tree as its learner tells it, before it is laid flat. */
public sealed interface TreeNode {
    /** Goes left when the value of {@code feature} is at most {@code threshold}. */
    record Split(int feature, int threshold, TreeNode left, TreeNode right) implements TreeNode {}

    record Leaf(double value) implements TreeNode {}
}
