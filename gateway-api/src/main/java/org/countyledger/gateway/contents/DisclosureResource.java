package org.countyledger.gateway.contents;

import io.swagger.v3.oas.annotations.media.Schema;

/** A disclosure that is VALID, by the transaction that holds the value's copy and its access record. */
@Schema(name = "Disclosed")
record DisclosureResource(String recipient, String txId) {}
