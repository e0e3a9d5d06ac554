package org.countyledger.gateway.receipts;

import com.google.protobuf.ByteString;
import org.countyledger.domain.contract.ReceiptProof;

/** A receipt that can be checked offline, in both its forms. */
public record ReceiptFile(ByteString binary, ReceiptProof proof) {}
