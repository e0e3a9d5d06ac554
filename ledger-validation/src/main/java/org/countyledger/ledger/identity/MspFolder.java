package org.countyledger.ledger.identity;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.msp.FabricCryptoConfig;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;

/**
 * An MSP as Fabric's folders hold it: {@code cacerts}, {@code intermediatecerts}, {@code admincerts}, {@code tlscacerts},
 * {@code tlsintermediatecerts}, {@code crls} and {@code config.yaml} with its NodeOUs ({@code msp/configbuilder.go}).
 */
public final class MspFolder {
    private static final List<String> ROLES = List.of("Client", "Peer", "Admin", "Orderer");

    private MspFolder() {}

    /** Reads the public part: what stands in a channel's configuration. */
    public static FabricMSPConfig read(String mspId, Path folder) throws IOException {
        return FabricMSPConfig.newBuilder()
                .setName(mspId)
                .addAllRootCerts(files(folder.resolve("cacerts")))
                .addAllIntermediateCerts(files(folder.resolve("intermediatecerts")))
                .addAllAdmins(files(folder.resolve("admincerts")))
                .addAllRevocationList(files(folder.resolve("crls")))
                .addAllTlsRootCerts(files(folder.resolve("tlscacerts")))
                .addAllTlsIntermediateCerts(files(folder.resolve("tlsintermediatecerts")))
                .setCryptoConfig(FabricCryptoConfig.newBuilder()
                        .setSignatureHashFamily("SHA2")
                        .setIdentityIdentifierHashFunction("SHA256"))
                .setFabricNodeOus(nodeOus(folder))
                .build();
    }

    static Path onlyFile(Path folder) throws IOException {
        List<Path> found = list(folder);
        if (found.size() != 1) {
            throw new IOException(folder + " holds " + found.size() + " files, expected 1");
        }
        return found.get(0);
    }

    private static FabricNodeOUs nodeOus(Path folder) throws IOException {
        Path file = folder.resolve("config.yaml");
        if (!Files.exists(file)) {
            return FabricNodeOUs.getDefaultInstance();
        }
        Map<String, String> settings = nodeOuSettings(Files.readAllLines(file));
        FabricNodeOUs.Builder units =
                FabricNodeOUs.newBuilder().setEnable(Boolean.parseBoolean(settings.get("Enable")));
        for (String role : ROLES) {
            String name = settings.get(role + "OUIdentifier.OrganizationalUnitIdentifier");
            if (name == null) {
                continue;
            }
            FabricOUIdentifier.Builder unit = FabricOUIdentifier.newBuilder().setOrganizationalUnitIdentifier(name);
            String certificate = settings.get(role + "OUIdentifier.Certificate");
            if (certificate != null && !certificate.isEmpty()) {
                unit.setCertificate(ByteString.copyFrom(Files.readAllBytes(folder.resolve(certificate))));
            }
            switch (role) {
                case "Client" -> units.setClientOuIdentifier(unit);
                case "Peer" -> units.setPeerOuIdentifier(unit);
                case "Admin" -> units.setAdminOuIdentifier(unit);
                default -> units.setOrdererOuIdentifier(unit);
            }
        }
        return units.build();
    }

    /** The block {@code NodeOUs:} of the file, which is two levels of plain {@code name: value} lines. */
    private static Map<String, String> nodeOuSettings(List<String> lines) {
        Map<String, String> settings = new HashMap<>();
        boolean inside = false;
        String section = "";
        for (String line : lines) {
            String text = line.strip();
            int colon = text.indexOf(':');
            if (text.isEmpty() || text.startsWith("#") || colon < 0) {
                continue;
            }
            String name = text.substring(0, colon);
            String value = unquoted(text.substring(colon + 1).strip());
            if (!Character.isWhitespace(line.charAt(0))) {
                inside = name.equals("NodeOUs");
                section = "";
            } else if (inside && value.isEmpty()) {
                section = name + ".";
            } else if (inside) {
                settings.put(name.equals("Enable") ? name : section + name, value);
            }
        }
        return settings;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && ((value.startsWith("\"") && value.endsWith("\"")) || (value.startsWith("'") && value.endsWith("'")));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static List<ByteString> files(Path folder) throws IOException {
        List<ByteString> contents = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            for (Path file : list(folder)) {
                contents.add(ByteString.copyFrom(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
