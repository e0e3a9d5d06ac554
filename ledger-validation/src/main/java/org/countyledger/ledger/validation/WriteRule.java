package org.countyledger.ledger.validation;

import com.google.protobuf.ByteString;

/** What the store of the world state can keep; LevelDB keeps everything, CouchDB does not. */
@FunctionalInterface
public interface WriteRule {
    /** LevelDB's rule. */
    WriteRule EVERYTHING = (key, value) -> true;

    boolean accepts(String key, ByteString value);
}
