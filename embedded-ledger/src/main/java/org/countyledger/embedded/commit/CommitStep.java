package org.countyledger.embedded.commit;

/** What is done of a block's commit. After {@link #BLOCK_APPENDED} it will survive whatever happens. */
public enum CommitStep {
    PRIVATE_SETS_STORED,
    BLOCK_APPENDED,
    INDEX_WRITTEN
}
