package org.countyledger.ledger.state;

import com.google.protobuf.ByteString;
import java.util.SortedMap;
import org.countyledger.ledger.rwset.Version;

/** SHA-256 of a private value, with the metadata and version of its key. */
public record VersionedHash(ByteString valueHash, SortedMap<String, ByteString> metadata, Version version) {}
