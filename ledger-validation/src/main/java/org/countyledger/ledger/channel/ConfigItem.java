package org.countyledger.ledger.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.ledger.rwset.KeyOrder;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;

/** One element of a configuration with its place; {@code path} names the groups above it, the root first. */
sealed interface ConfigItem {
    List<String> path();

    String key();

    long version();

    String modPolicy();

    record OfGroup(List<String> path, String key, ConfigGroup element) implements ConfigItem {
        @Override
        public long version() {
            return element.getVersion();
        }

        @Override
        public String modPolicy() {
            return element.getModPolicy();
        }
    }

    record OfValue(List<String> path, String key, ConfigValue element) implements ConfigItem {
        @Override
        public long version() {
            return element.getVersion();
        }

        @Override
        public String modPolicy() {
            return element.getModPolicy();
        }
    }

    record OfPolicy(List<String> path, String key, ConfigPolicy element) implements ConfigItem {
        @Override
        public long version() {
            return element.getVersion();
        }

        @Override
        public String modPolicy() {
            return element.getModPolicy();
        }
    }

    static String groupPlace(List<String> path, String key) {
        return "[Group] " + String.join("/", path) + "/" + key;
    }

    static String valuePlace(List<String> path, String key) {
        return "[Value] " + String.join("/", path) + "/" + key;
    }

    static String policyPlace(List<String> path, String key) {
        return "[Policy] " + String.join("/", path) + "/" + key;
    }

    /** Every element of a channel group by its place. */
    static SortedMap<String, ConfigItem> all(ConfigGroup channelGroup) {
        SortedMap<String, ConfigItem> items = new TreeMap<>(KeyOrder.UTF8);
        collect(List.of(), "Channel", channelGroup, items);
        return items;
    }

    private static void collect(List<String> path, String key, ConfigGroup group, Map<String, ConfigItem> items) {
        items.put(groupPlace(path, key), new OfGroup(path, key, group));
        List<String> inside = new ArrayList<>(path);
        inside.add(key);
        List<String> below = List.copyOf(inside);
        group.getGroupsMap().forEach((name, inner) -> collect(below, name, inner, items));
        group.getValuesMap()
                .forEach((name, value) -> items.put(valuePlace(below, name), new OfValue(below, name, value)));
        group.getPoliciesMap()
                .forEach((name, policy) -> items.put(policyPlace(below, name), new OfPolicy(below, name, policy)));
    }
}
