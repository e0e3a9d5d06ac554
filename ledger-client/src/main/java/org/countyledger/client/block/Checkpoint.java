package org.countyledger.client.block;

import com.google.protobuf.ByteString;

/** The last block that a follower has written down. */
public record Checkpoint(long block, ByteString hash) {}
