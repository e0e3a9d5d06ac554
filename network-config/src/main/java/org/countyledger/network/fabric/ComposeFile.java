package org.countyledger.network.fabric;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countyledger.domain.record.Digests;
import org.countyledger.network.directory.PrivateFiles;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Nodes as containers, for {@code docker compose} or {@code podman compose}. They stand on the host's own network and see
 * the county's files under the host's own paths, so settings and addresses are those of native processes.
 */
final class ComposeFile {
    private static final int ID_LENGTH = 12;

    private final FabricFiles files;
    private final Inventory inventory;

    ComposeFile(FabricFiles files, Inventory inventory) {
        this.files = files;
        this.inventory = inventory;
    }

    /** The name of a node's service, which is also that of its process. */
    static String service(String node, String mspId) {
        return node + "-" + mspId;
    }

    void write() throws IOException {
        PrivateFiles.write(files.compose(), new YAMLMapper().writeValueAsBytes(content(user())));
    }

    /** Who owns the county's files, so that containers can read them and what they write stays the owner's. */
    private String user() throws IOException {
        Path root = files.county().root();
        return Files.getAttribute(root, "unix:uid") + ":" + Files.getAttribute(root, "unix:gid");
    }

    /**
     * The file's content.
     *
     * @param user uid and gid that all containers run under
     */
    Map<String, Object> content(String user) {
        Map<String, Object> services = new LinkedHashMap<>();
        for (Organization organization : files.here(inventory.orderingOrganizations())) {
            services.put(
                    service(FabricFiles.ORDERER, organization.mspId()),
                    node(organization, FabricFiles.ORDERER, inventory.images().orderer(), user));
        }
        for (Organization organization : files.here(inventory.organizations())) {
            services.put(
                    service(FabricFiles.PEER, organization.mspId()),
                    node(organization, FabricFiles.PEER, inventory.images().peer(), user));
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", project());
        content.put("services", services);
        return content;
    }

    /** Different for different directories, so that two counties can run at once. */
    private String project() {
        byte[] root = files.county().root().toString().getBytes(StandardCharsets.UTF_8);
        return "county-" + Digests.sha256Hex(root).substring(0, ID_LENGTH);
    }

    private Map<String, Object> node(Organization organization, String node, String image, String user) {
        String mspId = organization.mspId();
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("image", image);
        service.put(
                "command",
                Stream.concat(Stream.of(node), NodeEnvironment.arguments(node).stream())
                        .toList());
        service.put("network_mode", "host");
        service.put("user", user);
        service.put("environment", NodeEnvironment.of(files, mspId, node));
        service.put("volumes", volumes(mspId, node));
        return service;
    }

    private List<Map<String, Object>> volumes(String mspId, String node) {
        Path own = files.county().organization(mspId).root().resolve(node);
        Stream<Path> read = Stream.of(files.settings(mspId, node), own);
        Stream<Path> all = node.equals(FabricFiles.PEER) ? Stream.concat(read, Stream.of(files.builder())) : read;
        return Stream.concat(all.map(path -> mount(path, true)), Stream.of(mount(files.data(mspId, node), false)))
                .toList();
    }

    private static Map<String, Object> mount(Path path, boolean isReadOnly) {
        Map<String, Object> mount = new LinkedHashMap<>();
        mount.put("type", "bind");
        mount.put("source", path.toString());
        mount.put("target", path.toString());
        mount.put("read_only", isReadOnly);
        return mount;
    }
}
