package org.countyledger.network.fabric;

import java.util.Map;
import java.util.Objects;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.ConfigValue;

/**
 * What has to be said to turn one group of a channel's configuration into another: what was read, and what is to be
 * written. A thing that changes is written at its next version; a group is one itself only when something comes into it or
 * goes out of it, and then names everything that stays.
 */
final class ConfigDifference {
    private final ConfigGroup before;
    private final ConfigGroup.Builder read = ConfigGroup.newBuilder();
    private final ConfigGroup.Builder write = ConfigGroup.newBuilder();
    private boolean isAnything;

    private ConfigDifference(ConfigGroup before, ConfigGroup after) {
        this.before = before;
        read.setVersion(before.getVersion());
        write.setVersion(before.getVersion());
        boolean hasOtherMembers = !before.getModPolicy().equals(after.getModPolicy())
                || !before.getValuesMap().keySet().equals(after.getValuesMap().keySet())
                || !before.getPoliciesMap()
                        .keySet()
                        .equals(after.getPoliciesMap().keySet())
                || !before.getGroupsMap().keySet().equals(after.getGroupsMap().keySet());
        if (hasOtherMembers) {
            isAnything = true;
            write.setVersion(before.getVersion() + 1).setModPolicy(after.getModPolicy());
        }
        after.getValuesMap().forEach((name, value) -> value(name, value, hasOtherMembers));
        after.getPoliciesMap().forEach((name, policy) -> policy(name, policy, hasOtherMembers));
        after.getGroupsMap().forEach((name, group) -> group(name, group, hasOtherMembers));
    }

    /** The update that makes a channel's whole configuration another; empty sets where nothing differs. */
    static ConfigUpdate between(String channel, ConfigGroup before, ConfigGroup after) {
        ConfigDifference difference = new ConfigDifference(before, after);
        return ConfigUpdate.newBuilder()
                .setChannelId(channel)
                .setReadSet(difference.read)
                .setWriteSet(difference.write)
                .build();
    }

    private void value(String name, ConfigValue value, boolean isNamed) {
        Map<String, ConfigValue> old = before.getValuesMap();
        if (!old.containsKey(name)) {
            write.putValues(name, value.toBuilder().setVersion(0).build());
            return;
        }
        ConfigValue present = Objects.requireNonNull(old.get(name));
        if (!present.equals(value)) {
            isAnything = true;
            write.putValues(
                    name, value.toBuilder().setVersion(present.getVersion() + 1).build());
        } else if (isNamed) {
            ConfigValue same =
                    ConfigValue.newBuilder().setVersion(present.getVersion()).build();
            read.putValues(name, same);
            write.putValues(name, same);
        }
    }

    private void policy(String name, ConfigPolicy policy, boolean isNamed) {
        Map<String, ConfigPolicy> old = before.getPoliciesMap();
        if (!old.containsKey(name)) {
            write.putPolicies(name, policy.toBuilder().setVersion(0).build());
            return;
        }
        ConfigPolicy present = Objects.requireNonNull(old.get(name));
        if (!present.equals(policy)) {
            isAnything = true;
            write.putPolicies(
                    name,
                    policy.toBuilder().setVersion(present.getVersion() + 1).build());
        } else if (isNamed) {
            ConfigPolicy same =
                    ConfigPolicy.newBuilder().setVersion(present.getVersion()).build();
            read.putPolicies(name, same);
            write.putPolicies(name, same);
        }
    }

    private void group(String name, ConfigGroup group, boolean isNamed) {
        Map<String, ConfigGroup> old = before.getGroupsMap();
        if (!old.containsKey(name)) {
            write.putGroups(name, group);
            return;
        }
        ConfigDifference inner = new ConfigDifference(Objects.requireNonNull(old.get(name)), group);
        if (inner.isAnything || isNamed) {
            isAnything |= inner.isAnything;
            read.putGroups(name, inner.read.build());
            write.putGroups(name, inner.write.build());
        }
    }
}
