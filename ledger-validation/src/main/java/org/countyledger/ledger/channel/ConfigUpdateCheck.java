package org.countyledger.ledger.channel;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.policy.Policy;
import org.countyledger.ledger.policy.SignedData;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigSignature;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.ConfigUpdateEnvelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/**
 * Whether a new configuration follows from the present one by an update whose signers may make every change in it
 * (Fabric's {@code common/configtx}).
 */
final class ConfigUpdateCheck {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9.-]{1,249}");

    private final ChannelConfig present;
    private final SortedMap<String, ConfigItem> items;

    ConfigUpdateCheck(ChannelConfig present) {
        this.present = present;
        this.items = ConfigItem.all(present.config().getChannelGroup());
    }

    void check(ConfigEnvelope next) throws InvalidChannelException {
        if (next.getConfig().getSequence() != present.sequence() + 1) {
            throw new InvalidChannelException("config currently at sequence " + present.sequence()
                    + ", cannot validate config at sequence " + next.getConfig().getSequence());
        }
        try {
            Payload payload = Payload.parseFrom(next.getLastUpdate().getPayload());
            ConfigUpdateEnvelope envelope = ConfigUpdateEnvelope.parseFrom(payload.getData());
            SortedMap<String, ConfigItem> proposed =
                    authorized(ConfigUpdate.parseFrom(envelope.getConfigUpdate()), signers(envelope));
            if (!rebuilt(List.of(), "Channel", proposed).equals(next.getConfig().getChannelGroup())) {
                throw new InvalidChannelException("LastUpdate did not produce the supplied config result");
            }
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidChannelException("the configuration update cannot be parsed", e);
        }
    }

    private List<Identity> signers(ConfigUpdateEnvelope envelope) throws InvalidProtocolBufferException {
        List<SignedData> signatures = new ArrayList<>();
        for (ConfigSignature signature : envelope.getSignaturesList()) {
            ByteString header = signature.getSignatureHeader();
            signatures.add(new SignedData(
                    header.concat(envelope.getConfigUpdate()),
                    SignatureHeader.parseFrom(header).getCreator(),
                    signature.getSignature()));
        }
        return SignedData.validIdentities(signatures, present.msps());
    }

    private SortedMap<String, ConfigItem> authorized(ConfigUpdate update, List<Identity> signers)
            throws InvalidChannelException {
        if (!update.getChannelId().equals(present.channelId())) {
            throw new InvalidChannelException("ConfigUpdate for channel '" + update.getChannelId()
                    + "' but envelope for channel '" + present.channelId() + "'");
        }
        SortedMap<String, ConfigItem> read = ConfigItem.all(update.getReadSet());
        for (Map.Entry<String, ConfigItem> entry : read.entrySet()) {
            ConfigItem existing = items.get(entry.getKey());
            if (existing == null || existing.version() != entry.getValue().version()) {
                throw new InvalidChannelException("read set: " + entry.getKey() + " is not at version "
                        + entry.getValue().version());
            }
        }
        SortedMap<String, ConfigItem> changes = ConfigItem.all(update.getWriteSet());
        changes.entrySet().removeIf(entry -> {
            ConfigItem before = read.get(entry.getKey());
            return before != null && before.version() == entry.getValue().version();
        });
        if (changes.isEmpty()) {
            throw new InvalidChannelException("delta set was empty -- update would have no effect");
        }
        for (Map.Entry<String, ConfigItem> change : changes.entrySet()) {
            checkChange(change.getKey(), change.getValue(), signers);
        }
        SortedMap<String, ConfigItem> proposed = new TreeMap<>(items);
        proposed.putAll(changes);
        return proposed;
    }

    private void checkChange(String place, ConfigItem change, List<Identity> signers) throws InvalidChannelException {
        if (!isPolicyName(change.modPolicy()) || !NAME.matcher(change.key()).matches()) {
            throw new InvalidChannelException("invalid mod_policy or name for element " + place);
        }
        ConfigItem existing = items.get(place);
        long expected = existing == null ? 0 : existing.version() + 1;
        if (change.version() != expected) {
            throw new InvalidChannelException(
                    "attempt to set " + place + " to version " + change.version() + ", expected " + expected);
        }
        if (existing == null) {
            return;
        }
        Policy policy = present.policies()
                .policy(policyPath(existing))
                .orElseThrow(() -> new InvalidChannelException(
                        "unexpected missing policy " + existing.modPolicy() + " for item " + place));
        Optional<String> refusal = policy.refusal(signers);
        if (refusal.isPresent()) {
            throw new InvalidChannelException("policy for " + place + " not satisfied: " + refusal.get());
        }
    }

    private static boolean isPolicyName(String modPolicy) {
        String relative = modPolicy.startsWith("/") ? modPolicy.substring(1) : modPolicy;
        for (String element : relative.split("/", -1)) {
            if (!NAME.matcher(element).matches()) {
                return false;
            }
        }
        return true;
    }

    /** A relative policy is looked for in the group that holds the element, or that the element is. */
    private static String policyPath(ConfigItem item) {
        if (item.modPolicy().startsWith("/")) {
            return item.modPolicy();
        }
        List<String> groups = new ArrayList<>(item.path());
        if (item instanceof ConfigItem.OfGroup) {
            groups.add(item.key());
        }
        return "/" + String.join("/", groups) + "/" + item.modPolicy();
    }

    private static ConfigGroup rebuilt(List<String> path, String key, Map<String, ConfigItem> items)
            throws InvalidChannelException {
        ConfigGroup named = at(items, ConfigItem.groupPlace(path, key), ConfigItem.OfGroup.class)
                .element();
        List<String> below = new ArrayList<>(path);
        below.add(key);
        ConfigGroup.Builder group =
                ConfigGroup.newBuilder().setVersion(named.getVersion()).setModPolicy(named.getModPolicy());
        for (String inner : named.getGroupsMap().keySet()) {
            group.putGroups(inner, rebuilt(below, inner, items));
        }
        for (String value : named.getValuesMap().keySet()) {
            String place = ConfigItem.valuePlace(below, value);
            group.putValues(value, at(items, place, ConfigItem.OfValue.class).element());
        }
        for (String policy : named.getPoliciesMap().keySet()) {
            String place = ConfigItem.policyPlace(below, policy);
            group.putPolicies(
                    policy, at(items, place, ConfigItem.OfPolicy.class).element());
        }
        return group.build();
    }

    private static <T extends ConfigItem> T at(Map<String, ConfigItem> items, String place, Class<T> type)
            throws InvalidChannelException {
        ConfigItem item = items.get(place);
        if (!type.isInstance(item)) {
            throw new InvalidChannelException("the new configuration has no element at " + place);
        }
        return type.cast(item);
    }
}
