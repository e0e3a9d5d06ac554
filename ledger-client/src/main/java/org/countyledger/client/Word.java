package org.countyledger.client;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.peer.Endorsement;

/** What one organisation made of a question. */
sealed interface Word {

    /** It signed this answer. */
    record Said(ByteString signed, Endorsement endorsement) implements Word {}

    /** It signed nothing. */
    record Silent(String reason) implements Word {}
}
