package org.countyledger.network.ownkey;

import com.google.protobuf.ByteString;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.network.CountyException;
import org.countyledger.network.api.Desk;
import org.countyledger.network.api.Draft;
import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.api.RandomKeys;
import org.countyledger.network.api.Written;
import tools.jackson.databind.JsonNode;

/**
 * An officer who signs by an own key: has each thing prepared, compares it with what was asked for, signs, has it endorsed,
 * compares again, signs, and has it sent.
 */
public final class OwnKeyDesk implements Desk {
    private static final String PROPOSALS = "/proposals";

    private final GatewayApi gateway;
    private final String token;
    private final OwnKey key;

    /** @param token of the subject whose certificate the key belongs to */
    public OwnKeyDesk(GatewayApi gateway, String token, OwnKey key) {
        this.gateway = gateway;
        this.token = token;
        this.key = key;
    }

    @Override
    public Written submit(Draft draft) {
        String idempotencyKey = RandomKeys.next();
        Draft named = draft.under(IdempotencyKey.parse(idempotencyKey));
        named.contents().forEach((group, value) -> stage(named, group, value));
        String collection = "/v1/" + named.kind().collection();
        String path = named.expectedSeq() == 0
                ? collection
                : collection + "/" + named.id().orElseThrow();
        JsonNode answer = gateway.present(path + PROPOSALS, token, idempotencyKey, body(named));
        Presented proposal = Presented.proposal(answer);
        requireAsked(proposal, named);
        return gateway.submitSigned(named, token, CanonicalJson.write(endorsed(proposal)));
    }

    private static byte[] body(Draft draft) {
        return CanonicalJson.write(new TreeMap<>(Map.of(
                "action", draft.action(),
                "clear", draft.clear(),
                "commitments", draft.commitments(),
                "expectedSeq", draft.expectedSeq(),
                "id", draft.id().orElseThrow())));
    }

    /** Only times and the digests of the idempotency key are the gateway's to fill in. */
    private static void requireAsked(Presented proposal, Draft draft) {
        Command command = argument(proposal, Command.class);
        proposal.requireCall(Functions.SUBMIT, CanonicalJson.text(command));
        Presented.require(
                command.kind() == draft.kind()
                        && Optional.of(command.id()).equals(draft.id())
                        && command.action().equals(draft.action())
                        && command.expectedSeq() == draft.expectedSeq()
                        && command.clear().equals(draft.clear())
                        && command.commitments().equals(new TreeMap<>(draft.commitments())),
                "its command is not the one that was asked for");
    }

    private void stage(Draft named, String group, PrivateValue value) {
        String path = "/v1/" + named.kind().collection() + "/" + named.id().orElseThrow() + "/content/" + group;
        byte[] body = CanonicalJson.write(Map.of("value", Base64.getEncoder().encodeToString(value.bytes())));
        Presented proposal = Presented.proposal(gateway.present(path + PROPOSALS, token, RandomKeys.next(), body));
        StagingRequest request = argument(proposal, StagingRequest.class);
        proposal.requireCall(Functions.STAGE, CanonicalJson.text(request));
        Presented.require(
                request.key().kind() == named.kind()
                        && Optional.of(request.key().id()).equals(named.id())
                        && request.key().group().equals(group)
                        && request.commitment().equals(value.commitment())
                        && proposal.values().equals(Map.of(StagingRequest.VALUE, ByteString.copyFrom(value.bytes()))),
                "it stages something else");
        JsonNode unused =
                gateway.present("/v1/stagings", token, RandomKeys.next(), CanonicalJson.write(endorsed(proposal)));
    }

    private static <T> T argument(Presented proposal, Class<T> type) {
        try {
            return CanonicalJson.read(proposal.call().getArgs(1).toByteArray(), type);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new CountyException("Not signed: the gateway presented no command", e);
        }
    }

    /** Signs the proposal, and the transaction that came back for it. */
    private Map<String, String> endorsed(Presented proposal) {
        byte[] signed = CanonicalJson.write(key.sign(proposal));
        Presented transaction =
                Presented.transaction(gateway.present("/v1/endorsements", token, RandomKeys.next(), signed));
        transaction.requireSameAs(proposal);
        return key.sign(transaction);
    }
}
