package org.countyledger.ledger.state;

import com.google.protobuf.ByteString;
import org.countyledger.ledger.rwset.Version;

/** A private key whose values, present and stored, must go from every member's store. */
public record Purge(String namespace, String collection, ByteString keyHash, Version version) {}
