package org.countyledger.network.fabric;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A settings file of Fabric: what all nodes have in common stands in a resource, the rest is put in by its path. */
final class NodeSettings {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final ObjectNode settings;

    private NodeSettings(ObjectNode settings) {
        this.settings = settings;
    }

    /** The common part: {@code core.yaml} or {@code orderer.yaml}. */
    static NodeSettings common(String resource) {
        try (InputStream in = Objects.requireNonNull(NodeSettings.class.getResourceAsStream(resource))) {
            return new NodeSettings((ObjectNode) YAML.readTree(in));
        } catch (IOException e) {
            throw new IllegalStateException(resource + " cannot be read", e);
        }
    }

    /** Puts in one value; the path has dots, as Fabric's documentation writes it. */
    NodeSettings with(String path, String value) {
        parent(path).put(name(path), value);
        return this;
    }

    NodeSettings with(String path, int value) {
        parent(path).put(name(path), value);
        return this;
    }

    NodeSettings with(String path, Path file) {
        return with(path, file.toString());
    }

    /** A list with one file in it. */
    NodeSettings withList(String path, Path file) {
        parent(path).putArray(name(path)).add(file.toString());
        return this;
    }

    ArrayNode list(String path) {
        return parent(path).putArray(name(path));
    }

    byte[] yaml() {
        return YAML.writeValueAsBytes(settings);
    }

    private ObjectNode parent(String path) {
        ObjectNode node = settings;
        int from = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
            node = node.withObjectProperty(path.substring(from, dot));
            from = dot + 1;
        }
        return node;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
