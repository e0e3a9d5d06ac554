package org.countyledger.oracle.anchor;

import java.util.Optional;

/** Files of past readings, as far as the anchoring of a datastream needs them. */
public interface FileFeed {

    /** The next windows of the datastream's oldest file that has not ended; files without any more windows end here. */
    Optional<Order> next(Standing standing);

    /** The contract will not have a file's windows. */
    void failed(String sha256, String sentence);
}
