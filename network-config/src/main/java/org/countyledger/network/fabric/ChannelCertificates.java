package org.countyledger.network.fabric;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.IdentityEntry;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.network.authority.ClientEntries;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.FindingCode;
import org.countyledger.network.inventory.Organization;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Whether a channel takes the certificates that stand in a county's directory. */
record ChannelCertificates(ChannelConfig channel, CountyDirectory county) {
    private static final List<String> NODES = List.of(FabricFiles.PEER, FabricFiles.ORDERER, "admin");

    /** Those of an organisation's nodes and of its clients that it does not take. */
    List<Finding> findings(Organization organization) throws IOException {
        String mspId = organization.mspId();
        List<Finding> findings = new ArrayList<>();
        for (String node : NODES) {
            look(mspId, county.organization(mspId).nodeMsp(node).resolve(Path.of("signcerts", "cert.pem")))
                    .ifPresent(findings::add);
        }
        for (IdentityEntry client : ClientEntries.of(county, mspId)) {
            look(mspId, county.root().resolve(client.certificate())).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> look(String mspId, Path certificate) throws IOException {
        if (!Files.exists(certificate)) {
            return Optional.empty();
        }
        SerializedIdentity identity = SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFrom(Files.readAllBytes(certificate)))
                .build();
        return refusal(identity.toByteString())
                .map(trouble -> new Finding(
                        FindingCode.CERTIFICATE_NOT_OF_CHANNEL,
                        "The channel does not take " + county.root().relativize(certificate) + " (" + trouble + ")",
                        "keys and channel must be of one county: bring back the directory's own crypto folder, or, if it"
                                + " was revoked, scripts/county identity renew --new-key"));
    }

    private Optional<String> refusal(ByteString identity) {
        try {
            return channel.msps().identity(identity).invalidity();
        } catch (IdentityException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
