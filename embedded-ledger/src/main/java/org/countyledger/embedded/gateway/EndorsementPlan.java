package org.countyledger.embedded.gateway;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponse;

/** Endorsements collected so far, and what went wrong. The first answer is the one all others must equal. */
final class EndorsementPlan {
    private final Map<String, ProposalResponse> endorsed = new LinkedHashMap<>();
    private final Map<String, ErrorDetail> failed = new LinkedHashMap<>();
    private Optional<ByteString> payload = Optional.empty();

    /** Takes an answer; one with other bytes than the first counts as failed. */
    synchronized void add(Outcome outcome) {
        String mspId = outcome.peer().mspId();
        if (!outcome.isOk()) {
            failed.put(mspId, outcome.detail());
            return;
        }
        ByteString answered = outcome.response().getPayload();
        if (payload.isEmpty()) {
            payload = Optional.of(answered);
        }
        if (payload.get().equals(answered)) {
            endorsed.put(mspId, outcome.response());
        } else {
            failed.put(
                    mspId, RpcErrors.detail(outcome.peer().address(), mspId, "ProposalResponsePayloads do not match"));
        }
    }

    synchronized boolean hasFailed(String mspId) {
        return failed.containsKey(mspId);
    }

    synchronized boolean hasEndorsed(String mspId) {
        return endorsed.containsKey(mspId);
    }

    synchronized boolean isComplete(SortedSet<String> layout) {
        return endorsed.keySet().containsAll(layout);
    }

    synchronized List<ErrorDetail> errors() {
        return List.copyOf(failed.values());
    }

    synchronized ByteString payload() {
        return payload.orElseThrow(() -> new IllegalStateException("Nobody has endorsed"));
    }

    /** Endorsements of a layout's organisations in the order of their MSP ids, each endorser once. */
    synchronized List<Endorsement> endorsements(SortedSet<String> layout) {
        Map<ByteString, Endorsement> unique = new LinkedHashMap<>();
        for (String mspId : layout) {
            ProposalResponse response = endorsed.get(mspId);
            if (response != null) {
                unique.putIfAbsent(response.getEndorsement().getEndorser(), response.getEndorsement());
            }
        }
        return new ArrayList<>(unique.values());
    }
}
