package org.countyledger.embedded.channel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.CollectionPolicyConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/** The JSON form of collection definitions that Fabric's own tools read ({@code internal/peer/chaincode/common.go}). */
public final class CollectionsFile {
    private CollectionsFile() {}

    public static CollectionConfigPackage read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            JsonArray collections = JsonParser.parseReader(reader).getAsJsonArray();
            CollectionConfigPackage.Builder all = CollectionConfigPackage.newBuilder();
            for (JsonElement collection : collections) {
                all.addConfig(CollectionConfig.newBuilder()
                        .setStaticCollectionConfig(collection(collection.getAsJsonObject())));
            }
            return all.build();
        } catch (RuntimeException e) {
            throw new IOException(file + " holds no collection definitions: " + e.getMessage(), e);
        }
    }

    private static StaticCollectionConfig collection(JsonObject json) {
        StaticCollectionConfig.Builder collection = StaticCollectionConfig.newBuilder()
                .setName(json.get("name").getAsString())
                .setMemberOrgsPolicy(CollectionPolicyConfig.newBuilder()
                        .setSignaturePolicy(
                                ChaincodeSetup.policy(json.get("policy").getAsString())))
                .setRequiredPeerCount(number(json, "requiredPeerCount"))
                .setMaximumPeerCount(number(json, "maxPeerCount"))
                .setBlockToLive(number(json, "blockToLive"))
                .setMemberOnlyRead(flag(json, "memberOnlyRead"))
                .setMemberOnlyWrite(flag(json, "memberOnlyWrite"));
        if (json.has("endorsementPolicy")) {
            JsonObject policy = json.getAsJsonObject("endorsementPolicy");
            collection.setEndorsementPolicy(
                    policy.has("signaturePolicy")
                            ? ApplicationPolicy.newBuilder()
                                    .setSignaturePolicy(ChaincodeSetup.policy(
                                            policy.get("signaturePolicy").getAsString()))
                                    .build()
                            : ApplicationPolicy.newBuilder()
                                    .setChannelConfigPolicyReference(
                                            policy.get("channelConfigPolicy").getAsString())
                                    .build());
        }
        return collection.build();
    }

    private static int number(JsonObject json, String name) {
        return json.has(name) ? json.get(name).getAsInt() : 0;
    }

    private static boolean flag(JsonObject json, String name) {
        return json.has(name) && json.get(name).getAsBoolean();
    }
}
