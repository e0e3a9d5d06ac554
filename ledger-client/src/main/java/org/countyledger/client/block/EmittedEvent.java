package org.countyledger.client.block;

import com.google.protobuf.ByteString;

/** The one event that a transaction of our chaincode may emit. */
public record EmittedEvent(String name, ByteString payload) {}
