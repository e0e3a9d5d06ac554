package org.countyledger.network.api;

import java.net.URI;
import java.util.Optional;
import org.countyledger.domain.contract.ReceiptProof;
import org.countyledger.domain.record.CanonicalJson;

/** Receipts over HTTP. Nobody needs a token for them. */
public final class ReceiptApi {
    private final JsonHttp http;

    public ReceiptApi(URI gateway) {
        this.http = new JsonHttp(gateway);
    }

    /** The form that can be checked offline, as it is stored. */
    public byte[] binary(String txId) {
        return proof(txId).binary();
    }

    /** The same as canonical JSON. */
    public byte[] json(String txId) {
        return CanonicalJson.write(proof(txId));
    }

    private ReceiptProof proof(String txId) {
        String path = "/v1/receipts/" + txId + "?attest=true";
        return CanonicalJson.read(
                CanonicalJson.write(
                        Answers.require(http.get(path, Optional.empty()), 200).path("attested")),
                ReceiptProof.class);
    }
}
