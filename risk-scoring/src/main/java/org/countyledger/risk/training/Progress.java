package org.countyledger.risk.training;

/** Told by a training how far it is. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = (done, all) -> {};

    /** {@code done} of {@code all} trees are there. */
    void trees(int done, int all);
}
