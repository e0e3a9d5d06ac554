package org.countyledger.embedded.channel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
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
        try {
            return parse(Files.readString(file));
        } catch (RuntimeException e) {
            throw new IOException(file + " holds no collection definitions: " + e.getMessage(), e);
        }
    }

    /** Throws a runtime exception of the parser's where the text is no list of collections. */
    public static CollectionConfigPackage parse(String json) {
        CollectionConfigPackage.Builder all = CollectionConfigPackage.newBuilder();
        for (JsonElement collection : JsonParser.parseString(json).getAsJsonArray()) {
            all.addConfig(
                    CollectionConfig.newBuilder().setStaticCollectionConfig(collection(collection.getAsJsonObject())));
        }
        return all.build();
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
