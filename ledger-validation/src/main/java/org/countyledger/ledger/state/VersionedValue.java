package org.countyledger.ledger.state;

import com.google.protobuf.ByteString;
import java.util.SortedMap;
import org.countyledger.ledger.rwset.Version;

/** A public value; {@code metadata} by entry name, empty where a key has none. */
public record VersionedValue(ByteString value, SortedMap<String, ByteString> metadata, Version version) {}
