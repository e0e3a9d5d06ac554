package org.countyledger.network.resident;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.client.signing.P256Signer;
import org.countyledger.domain.contract.ReadingRequest;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.ContentKey;
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

/**
 * One resident's side of one record: a fresh key, and a seed that the salts of private values derive from. Neither ever
 * leaves this object but to be kept by the resident.
 */
public final class Resident implements Desk {
    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final int SEED_BYTES = 32;

    private final GatewayApi gateway;
    private final Place place;
    private final P256Signer key;
    private final byte[] seed;
    private final Map<String, Long> staged = new HashMap<>();

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

    /** A resident with a key and a seed that nobody has seen before. */
    public static Resident fresh(GatewayApi gateway, Place place) {
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        return new Resident(gateway, place, P256Signer.generate(), seed);
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

    /** The resident's next private value of a group; only the resident can derive its salt again. */
    public PrivateValue content(Kind kind, String group, Object content) {
        return PrivateValue.of(kind, group, salt(kind, group, next(group)), content);
    }

    private byte[] salt(Kind kind, String group, long n) {
        byte[] info = ("county/salt/v1" + kind.wireName() + group + n).getBytes(StandardCharsets.UTF_8);
        return Digests.hkdf(seed, info, PrivateValue.SALT_BYTES);
    }

    private long next(String group) {
        return staged.getOrDefault(group, 0L) + 1;
    }

    /** Stages what the draft holds, then signs and submits. */
    @Override
    public Written submit(Draft draft) {
        String idempotencyKey = RandomKeys.next();
        IdempotencyKey parsed = IdempotencyKey.parse(idempotencyKey);
        Draft named = draft.under(parsed);
        named.contents().forEach((group, value) -> stage(named.key(group, next(group)), value));
        Command command = command(named, parsed);
        return gateway.submit(
                named,
                new GatewayApi.Envelope(
                        idempotencyKey,
                        Optional.empty(),
                        List.of(signature(command.signedBytes(place.channel(), place.chaincode()))),
                        Optional.of(command.notAfter().toString())));
    }

    private void stage(ContentKey at, PrivateValue value) {
        StagingRequest request = new StagingRequest(at, value.commitment(), soon(), Optional.empty());
        gateway.stage(request.signedWith(signature(request.signedBytes(place.channel(), place.chaincode()))), value);
        staged.merge(at.group(), 1L, Long::sum);
    }

    /** Reads a private value of the record with its key. */
    public PrivateValue read(Written record, String group) {
        ReadingRequest request =
                new ReadingRequest(record.kind(), record.id(), group, Optional.empty(), soon(), Optional.empty());
        return gateway.read(request.signedWith(signature(request.signedBytes(place.channel(), place.chaincode()))));
    }

    private CommandSignature signature(byte[] bytes) {
        return new CommandSignature(KeyRole.HOLDER, key.spki(), key.sign(bytes));
    }

    private static Instant soon() {
        return Instant.now().plus(VALIDITY).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Command command(Draft draft, IdempotencyKey key) {
        String id = draft.id().orElseThrow();
        return new Command(
                draft.kind(),
                id,
                draft.action(),
                draft.expectedSeq(),
                draft.clear(),
                new TreeMap<>(draft.commitments()),
                key.over(draft.kind(), id, draft.action(), draft.clear(), draft.commitments()),
                soon(),
                List.of());
    }
}
