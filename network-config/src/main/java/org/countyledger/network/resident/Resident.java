package org.countyledger.network.resident;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.client.signing.P256Signer;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.network.api.Desk;
import org.countyledger.network.api.Draft;
import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.api.RandomKeys;
import org.countyledger.network.api.Written;

/** One resident's side of one record: a fresh key, and a seed that the salts of private values derive from. */
public final class Resident implements Desk {
    private static final Duration VALIDITY = Duration.ofMinutes(5);

    private final GatewayApi gateway;
    private final Place place;
    private final P256Signer key;
    private final byte[] seed;

    /** Which ledger the signatures are for. */
    public record Place(String channel, String chaincode) {}

    /**
     * A resident who keeps the key.
     *
     * @param seed 32 secret bytes
     */
    public Resident(GatewayApi gateway, Place place, P256Signer key, byte[] seed) {
        this.gateway = gateway;
        this.place = place;
        this.key = key;
        this.seed = seed.clone();
    }

    public String spki() {
        return key.spki();
    }

    /** What the resident has to keep to act on the record later. */
    public Map<String, String> secrets() {
        return Map.of(
                "privateKey", Base64.getEncoder().encodeToString(key.pkcs8()),
                "publicKey", key.spki(),
                "seed", Base64.getEncoder().encodeToString(seed));
    }

    /** Commitment of a private value whose salt only the resident can derive again. */
    public String commitment(Kind kind, String group, Object content) {
        byte[] info = ("county/salt/v1" + kind.wireName() + group + "1").getBytes(StandardCharsets.UTF_8);
        return PrivateValue.of(kind, group, Digests.hkdf(seed, info, PrivateValue.SALT_BYTES), content)
                .commitment();
    }

    /** Signs and submits. The key stays here. */
    @Override
    public Written submit(Draft draft) {
        String idempotencyKey = RandomKeys.next();
        IdempotencyKey parsed = IdempotencyKey.parse(idempotencyKey);
        Command command = command(draft, parsed);
        CommandSignature signature = new CommandSignature(
                KeyRole.HOLDER, key.spki(), key.sign(command.signedBytes(place.channel(), place.chaincode())));
        Draft named = new Draft(
                draft.kind(),
                Optional.of(command.id()),
                draft.action(),
                draft.expectedSeq(),
                draft.clear(),
                draft.commitments());
        return gateway.submit(
                named,
                new GatewayApi.Envelope(
                        idempotencyKey,
                        Optional.empty(),
                        List.of(signature),
                        Optional.of(command.notAfter().toString())));
    }

    private static Command command(Draft draft, IdempotencyKey key) {
        String id = draft.id().orElseGet(() -> key.recordId(draft.kind()));
        Clear clear = draft.clear();
        return new Command(
                draft.kind(),
                id,
                draft.action(),
                draft.expectedSeq(),
                clear,
                new TreeMap<>(draft.commitments()),
                key.over(draft.kind(), id, draft.action(), clear, draft.commitments()),
                Instant.now().plus(VALIDITY).truncatedTo(ChronoUnit.SECONDS),
                List.of());
    }
}
