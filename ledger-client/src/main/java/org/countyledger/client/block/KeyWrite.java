package org.countyledger.client.block;

import com.google.protobuf.ByteString;
import java.util.Optional;

/**
 * One public write of our chaincode.
 *
 * @param value absent: the key was deleted
 */
public record KeyWrite(String key, Optional<ByteString> value) {}
