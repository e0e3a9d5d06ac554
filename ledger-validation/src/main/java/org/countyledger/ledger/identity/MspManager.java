package org.countyledger.ledger.identity;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.countyledger.ledger.rwset.KeyOrder;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * The MSPs of a channel. Identities are parsed and their chains verified once and kept by their bytes. Thread safe.
 */
public final class MspManager {
    private static final int CACHED_IDENTITIES = 20_000;

    private final SortedMap<String, Msp> msps = new TreeMap<>(KeyOrder.UTF8);
    private final Map<ByteString, Identity> identities = new ConcurrentHashMap<>();

    public MspManager(Collection<Msp> msps) {
        msps.forEach(msp -> this.msps.put(msp.id(), msp));
    }

    /** The MSPs of these definitions, with Ed25519 allowed (channel capability V3_0). */
    public static MspManager of(Collection<FabricMSPConfig> configs) throws IdentityException {
        List<Msp> msps = new ArrayList<>();
        for (FabricMSPConfig config : configs) {
            msps.add(new Msp(config, true));
        }
        return new MspManager(msps);
    }

    public SortedMap<String, Msp> msps() {
        return Collections.unmodifiableSortedMap(msps);
    }

    /** The identity of a creator, endorser or signer; whether it is valid is asked of it. */
    public Identity identity(ByteString serialized) throws IdentityException {
        Identity known = identities.get(serialized);
        if (known != null) {
            return known;
        }
        Identity parsed = parse(serialized);
        if (identities.size() >= CACHED_IDENTITIES) {
            identities.clear();
        }
        identities.put(serialized, parsed);
        return parsed;
    }

    private Identity parse(ByteString serialized) throws IdentityException {
        SerializedIdentity sent;
        try {
            sent = SerializedIdentity.parseFrom(serialized);
        } catch (InvalidProtocolBufferException e) {
            throw new IdentityException("could not deserialize a SerializedIdentity", e);
        }
        Msp msp = msps.get(sent.getMspid());
        if (msp == null) {
            throw new IdentityException("MSP " + sent.getMspid() + " is not defined on channel");
        }
        try {
            return msp.identity(sent, serialized);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // Certificates are parsed bit by bit when something of them is asked for, and complain then.
            throw new IdentityException("the certificate is malformed", e);
        }
    }
}
