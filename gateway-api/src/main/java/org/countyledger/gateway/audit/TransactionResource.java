package org.countyledger.gateway.audit;

import com.google.protobuf.ByteString;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.block.EmittedEvent;
import org.countyledger.client.block.KeyWrite;
import org.countyledger.client.block.TransactionSummary;
import org.countyledger.client.block.TransactionSummary.Invocation;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.MalformedJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A transaction, decoded.
 *
 * @param type Fabric's: 3 is a contract's, 1 a configuration
 * @param code Fabric's validation code; what was written counts only if it is VALID
 * @param at the client's time
 * @param clientOrg organisation of the client
 */
@Schema(name = "LedgerTransaction")
record TransactionResource(
        String txId,
        long block,
        int type,
        String code,
        boolean valid,
        Instant at,
        String clientOrg,
        Optional<InvocationResource> invocation) {

    /**
     * What a contract did.
     *
     * @param arguments JSON where they are, else text
     */
    @Schema(name = "LedgerInvocation")
    record InvocationResource(
            String chaincode,
            String function,
            @Schema(implementation = Object[].class) List<JsonNode> arguments,
            @Schema(implementation = Object.class) JsonNode answer,
            Optional<String> event,
            List<WriteResource> writes,
            List<String> endorsers) {}

    /**
     * One public write.
     *
     * @param value JSON where it is, else text; absent: the key was deleted
     */
    @Schema(name = "LedgerWrite")
    record WriteResource(
            String key,
            @Schema(implementation = Object.class) Optional<JsonNode> value) {}

    static TransactionResource of(TransactionSummary transaction) {
        return new TransactionResource(
                transaction.txId(),
                transaction.committed().block(),
                transaction.type(),
                transaction.committed().codeName(),
                transaction.isValid(),
                transaction.timestamp(),
                transaction.clientMspId(),
                transaction.invocation().map(TransactionResource::invocation));
    }

    private static InvocationResource invocation(Invocation invocation) {
        return new InvocationResource(
                invocation.chaincode(),
                invocation.function(),
                invocation.arguments().stream()
                        .skip(1)
                        .map(TransactionResource::json)
                        .toList(),
                json(invocation.answer()),
                invocation.event().map(EmittedEvent::name),
                invocation.writes().stream().map(TransactionResource::write).toList(),
                invocation.endorserMspIds());
    }

    private static WriteResource write(KeyWrite write) {
        return new WriteResource(write.key(), write.value().map(TransactionResource::json));
    }

    private static JsonNode json(ByteString bytes) {
        try {
            return CanonicalJson.read(bytes.toByteArray(), JsonNode.class);
        } catch (MalformedJson e) {
            return StringNode.valueOf(new String(bytes.toByteArray(), StandardCharsets.UTF_8));
        }
    }
}
