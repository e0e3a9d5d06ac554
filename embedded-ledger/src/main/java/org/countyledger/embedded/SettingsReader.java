package org.countyledger.embedded;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.embedded.channel.ChaincodeSetup;
import org.countyledger.embedded.channel.CollectionsFile;
import org.countyledger.embedded.channel.OrganizationSetup;
import org.countyledger.embedded.channel.TlsMaterial;
import org.countyledger.embedded.ordering.BatchSettings;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.identity.MspFolder;
import org.countyledger.ledger.identity.SigningIdentity;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;

/** Reads {@code ledger.json} and every file it names. */
final class SettingsReader {
    private SettingsReader() {}

    static LedgerSettings read(Path file) throws SettingsException {
        try {
            return settings(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
        } catch (NoSuchFileException e) {
            throw new SettingsException("There is no file " + e.getFile() + ", needed by the settings " + file, e);
        } catch (IOException | IdentityException | JsonParseException | IllegalStateException e) {
            throw new SettingsException("The settings " + file + " cannot be used: " + e.getMessage(), e);
        } catch (IllegalArgumentException | ClassCastException | UnsupportedOperationException e) {
            throw new SettingsException("The settings " + file + " are wrong: " + e.getMessage(), e);
        }
    }

    private static LedgerSettings settings(JsonObject json) throws IOException, IdentityException {
        int ordererPort = number(json, "ordererPort", -1);
        List<OrganizationSetup> organizations = new ArrayList<>();
        for (JsonElement organization : required(json, "organizations").getAsJsonArray()) {
            organizations.add(organization(organization.getAsJsonObject()));
        }
        List<LedgerSettings.Chaincode> chaincodes = new ArrayList<>();
        for (JsonElement chaincode : required(json, "chaincodes").getAsJsonArray()) {
            chaincodes.add(chaincode(chaincode.getAsJsonObject()));
        }
        return new LedgerSettings(
                text(json, "channel"),
                Path.of(text(json, "directory")),
                ordererPort,
                batch(json),
                organizations,
                chaincodes);
    }

    private static BatchSettings batch(JsonObject json) {
        BatchSettings standard = BatchSettings.DEFAULT;
        if (!has(json, "batch")) {
            return standard;
        }
        JsonObject batch = json.getAsJsonObject("batch");
        long preferred = number(batch, "preferredMaxBytes", (int) standard.preferredMaxBytes());
        return new BatchSettings(
                number(batch, "maxMessages", standard.maxMessages()),
                preferred,
                Math.max(preferred, standard.absoluteMaxBytes()),
                Duration.ofMillis(
                        number(batch, "timeoutMillis", (int) standard.timeout().toMillis())));
    }

    private static OrganizationSetup organization(JsonObject json) throws IOException, IdentityException {
        String mspId = text(json, "mspId");
        return new OrganizationSetup(
                MspFolder.read(mspId, Path.of(text(json, "mspDir"))),
                SigningIdentity.readMspFolder(mspId, Path.of(text(json, "peerMspDir"))),
                SigningIdentity.readMspFolder(mspId, Path.of(text(json, "ordererMspDir"))),
                text(json, "host"),
                number(json, "peerPort", -1),
                tls(json, "peerTls"),
                tls(json, "ordererTls"));
    }

    private static LedgerSettings.Chaincode chaincode(JsonObject json) throws IOException {
        CollectionConfigPackage collections = has(json, "collectionsFile")
                ? CollectionsFile.read(Path.of(text(json, "collectionsFile")))
                : CollectionConfigPackage.getDefaultInstance();
        ChaincodeSetup definition = new ChaincodeSetup(
                text(json, "name"),
                text(json, "version"),
                number(json, "sequence", 1),
                has(json, "policy") ? Optional.of(ChaincodeSetup.policy(text(json, "policy"))) : Optional.empty(),
                collections);
        List<LedgerSettings.Endpoint> endpoints = new ArrayList<>();
        for (JsonElement endpoint : required(json, "endpoints").getAsJsonArray()) {
            endpoints.add(endpoint(endpoint.getAsJsonObject()));
        }
        return new LedgerSettings.Chaincode(definition, text(json, "packageId"), endpoints);
    }

    private static LedgerSettings.Endpoint endpoint(JsonObject json) throws IOException {
        String address = text(json, "address");
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("'" + address + "' is not host:port");
        }
        return new LedgerSettings.Endpoint(
                text(json, "mspId"),
                address.substring(0, colon),
                Integer.parseInt(address.substring(colon + 1)),
                tls(json, "tls"));
    }

    private static Optional<TlsMaterial> tls(JsonObject json, String name) throws IOException {
        if (!has(json, name)) {
            return Optional.empty();
        }
        JsonObject tls = json.getAsJsonObject(name);
        return Optional.of(new TlsMaterial(
                bytes(text(tls, "certificate")), bytes(text(tls, "privateKey")), bytes(text(tls, "rootCertificates"))));
    }

    private static ByteString bytes(String file) throws IOException {
        return ByteString.copyFrom(Files.readAllBytes(Path.of(file)));
    }

    private static boolean has(JsonObject json, String name) {
        return json.has(name) && !json.get(name).isJsonNull();
    }

    private static JsonElement required(JsonObject json, String name) {
        if (!has(json, name)) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
        return json.get(name);
    }

    private static String text(JsonObject json, String name) {
        return required(json, name).getAsString();
    }

    private static int number(JsonObject json, String name, int absent) {
        return has(json, name) ? json.get(name).getAsInt() : absent;
    }
}
