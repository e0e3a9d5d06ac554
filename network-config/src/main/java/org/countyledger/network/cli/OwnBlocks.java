package org.countyledger.network.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.countyledger.network.CountyException;

/** The block file of the county's own ledger. */
final class OwnBlocks {
    private OwnBlocks() {}

    static Path of(DirectoryOption directory) {
        Path blocks = directory.county().blocks();
        if (!Files.exists(blocks)) {
            throw new CountyException("The county has no blocks yet: scripts/county up starts its ledger");
        }
        return blocks;
    }
}
