package org.countyledger.embedded.testing;

import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.Optional;
import org.countyledger.embedded.channel.OrganizationSetup;
import org.countyledger.embedded.channel.TlsMaterial;
import org.hyperledger.fabric.protos.msp.FabricCryptoConfig;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;

/** An organisation with its own authority, peer and orderer, that ends with its test. */
public final class ThrowawayOrganization {
    private final String mspId;
    private final CertificateAuthority authority;
    private final ThrowawayIdentity peer;
    private final ThrowawayIdentity orderer;
    private final Optional<CertificateAuthority> tlsAuthority;

    /** An organisation whose servers speak plain text. */
    public static ThrowawayOrganization plain(String mspId) {
        return new ThrowawayOrganization(mspId, false);
    }

    /** An organisation with a TLS authority as well. */
    public static ThrowawayOrganization withTls(String mspId) {
        return new ThrowawayOrganization(mspId, true);
    }

    private ThrowawayOrganization(String mspId, boolean withTls) {
        this.mspId = mspId;
        this.authority = new CertificateAuthority(mspId, "ca." + mspId);
        this.peer = authority.member("peer." + mspId, "peer", Optional.empty());
        this.orderer = authority.member("orderer." + mspId, "orderer", Optional.empty());
        this.tlsAuthority = withTls ? Optional.of(new CertificateAuthority(mspId, "tlsca." + mspId)) : Optional.empty();
    }

    public String mspId() {
        return mspId;
    }

    /** A client whose certificate carries these attributes, as Fabric's certificate authority writes them. */
    public ThrowawayIdentity client(String commonName, Map<String, String> attributes) {
        JsonObject attrs = new JsonObject();
        attributes.forEach(attrs::addProperty);
        JsonObject json = new JsonObject();
        json.add("attrs", attrs);
        return authority.member(commonName, "client", Optional.of(json.toString()));
    }

    public ThrowawayIdentity client(String commonName) {
        return client(commonName, Map.of());
    }

    /** A member of one of the organisational units client, peer, admin, orderer. */
    public ThrowawayIdentity member(String commonName, String unit) {
        return authority.member(commonName, unit, Optional.empty());
    }

    /** PEM of the authority whose servers a client of this organisation trusts; only with TLS. */
    public ByteString tlsRoot() {
        return tlsAuthority()
                .orElseThrow(() -> new IllegalStateException("The network was started without TLS"))
                .certificatePem();
    }

    private Optional<CertificateAuthority> tlsAuthority() {
        return tlsAuthority;
    }

    /** TLS credentials of a server or client of this organisation on this machine. */
    public TlsMaterial tlsMaterial(String commonName) {
        ThrowawayIdentity server = tlsAuthority()
                .orElseThrow(() -> new IllegalStateException("The network was started without TLS"))
                .tls(commonName);
        return new TlsMaterial(server.certificatePem(), server.privateKeyPem(), tlsRoot());
    }

    ThrowawayIdentity peer() {
        return peer;
    }

    ThrowawayIdentity orderer() {
        return orderer;
    }

    OrganizationSetup setup(int peerPort) {
        return new OrganizationSetup(
                msp(),
                peer.signing(),
                orderer.signing(),
                "127.0.0.1",
                peerPort,
                tlsAuthority.map(tls -> tlsMaterial("peer." + mspId)),
                tlsAuthority.map(tls -> tlsMaterial("orderer." + mspId)));
    }

    /** What the channel's configuration holds of this organisation. */
    FabricMSPConfig msp() {
        FabricMSPConfig.Builder msp = FabricMSPConfig.newBuilder()
                .setName(mspId)
                .addRootCerts(authority.certificatePem())
                .setCryptoConfig(FabricCryptoConfig.newBuilder()
                        .setSignatureHashFamily("SHA2")
                        .setIdentityIdentifierHashFunction("SHA256"))
                .setFabricNodeOus(FabricNodeOUs.newBuilder()
                        .setEnable(true)
                        .setClientOuIdentifier(unit("client"))
                        .setPeerOuIdentifier(unit("peer"))
                        .setAdminOuIdentifier(unit("admin"))
                        .setOrdererOuIdentifier(unit("orderer")));
        tlsAuthority.ifPresent(tls -> msp.addTlsRootCerts(tls.certificatePem()));
        return msp.build();
    }

    private FabricOUIdentifier unit(String name) {
        return FabricOUIdentifier.newBuilder()
                .setCertificate(authority.certificatePem())
                .setOrganizationalUnitIdentifier(name)
                .build();
    }
}
