package org.countyledger.ledger.identity;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * One organisation's membership rules (Fabric's {@code bccspmsp} from capability V1_4_3 on): authorities, revocations,
 * organisational units, named administrators. Immutable and thread safe.
 */
public final class Msp {
    private final String id;
    private final boolean ed25519Allowed;
    private final String identifierHash;
    private final CertificateChains chains;
    private final List<X509Certificate> roots;
    private final List<X509Certificate> intermediates;
    private final Set<X509Certificate> innerAuthorities = new HashSet<>();
    private final Revocations revocations;
    private final NodeOus nodeOus;
    private final Map<String, Set<ByteString>> acceptedUnits = new HashMap<>();
    private final Set<ByteString> administrators = new HashSet<>();
    private final List<ByteString> tlsRoots;

    public Msp(FabricMSPConfig config, boolean ed25519Allowed) throws IdentityException {
        this.id = config.getName();
        this.ed25519Allowed = ed25519Allowed;
        this.identifierHash = javaName(config.getCryptoConfig().getIdentityIdentifierHashFunction());
        if (config.getRootCertsCount() == 0) {
            throw new IdentityException("MSP " + id + ": expected at least one CA certificate");
        }
        CertificateChains unclean =
                new CertificateChains(parse(config.getRootCertsList()), parse(config.getIntermediateCertsList()));
        this.roots = clean(unclean, config.getRootCertsList());
        this.intermediates = clean(unclean, config.getIntermediateCertsList());
        this.chains = new CertificateChains(roots, intermediates);
        this.revocations = Revocations.parse(config.getRevocationListList());
        checkAuthorities();
        for (FabricOUIdentifier unit : config.getOrganizationalUnitIdentifiersList()) {
            acceptedUnits
                    .computeIfAbsent(unit.getOrganizationalUnitIdentifier(), name -> new HashSet<>())
                    .add(certifiers(unit.getCertificate()));
        }
        this.nodeOus = new NodeOus(config.getFabricNodeOus(), this::certifiers);
        for (ByteString administrator : config.getAdminsList()) {
            administrators.add(CertificateFields.der(clean(chains, Pem.certificate(administrator))));
        }
        if (administrators.isEmpty() && !(nodeOus.enforced() && nodeOus.names(MSPRoleType.ADMIN))) {
            throw new IdentityException(
                    "MSP " + id + ": administrators must be declared when no admin ou classification is set");
        }
        this.tlsRoots = List.copyOf(config.getTlsRootCertsList());
    }

    public String id() {
        return id;
    }

    /** PEM texts of the authorities for TLS. */
    public List<ByteString> tlsRoots() {
        return tlsRoots;
    }

    /** The identity of a PEM certificate. A chain is required already here where the certificate is signed by ECDSA. */
    Identity identity(SerializedIdentity sent, ByteString serialized) throws IdentityException {
        return new Identity(this, clean(chains, Pem.certificate(sent.getIdBytes())), serialized);
    }

    NodeOus nodeOus() {
        return nodeOus;
    }

    boolean namesAdministrator(X509Certificate certificate) {
        return administrators.contains(CertificateFields.der(certificate));
    }

    ByteString identifierHash(ByteString... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(identifierHash);
            for (ByteString part : parts) {
                digest.update(part.asReadOnlyByteBuffer());
            }
            return ByteString.copyFrom(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform has no " + identifierHash, e);
        }
    }

    /** Everything the MSP can say about a certificate; computed once per identity. */
    MembershipCheck check(X509Certificate certificate) {
        if (CertificateFields.isAuthority(certificate)) {
            return MembershipCheck.refused("An X509 certificate with Basic Constraint: "
                    + "Certificate Authority equals true cannot be used as an identity");
        }
        List<X509Certificate> chain;
        try {
            chain = chains.unique(certificate);
        } catch (IdentityException e) {
            return MembershipCheck.refused("could not obtain certification chain: " + e.getMessage());
        }
        if (chain.size() < 2 || innerAuthorities.contains(chain.get(1))) {
            return MembershipCheck.refused("could not obtain certification chain: "
                    + "invalid validation chain. Parent certificate should be a leaf of the certification tree");
        }
        List<String> units = CertificateFields.organizationalUnits(certificate);
        ByteString certifiers = chainIdentifier(chain.subList(1, chain.size()));
        return new MembershipCheck(units, certifiers, invalidity(certificate, chain.get(1), units, certifiers));
    }

    private Optional<String> invalidity(
            X509Certificate certificate, X509Certificate issuer, List<String> units, ByteString certifiers) {
        boolean supported = certificate.getPublicKey() instanceof ECKey
                || (ed25519Allowed
                        && Signatures.isEd25519(certificate.getPublicKey().getAlgorithm()));
        if (!supported) {
            return Optional.of(certificate.getPublicKey().getAlgorithm() + " is not supported");
        }
        try {
            if (revocations.revoke(certificate, issuer)) {
                return Optional.of("The certificate has been revoked");
            }
        } catch (IdentityException e) {
            return Optional.of("could not validate identity against certification chain: " + e.getMessage());
        }
        boolean accepted = acceptedUnits.isEmpty()
                || units.stream()
                        .anyMatch(unit ->
                                acceptedUnits.getOrDefault(unit, Set.of()).contains(certifiers));
        return accepted
                ? nodeOus.refusal(units, certifiers)
                : Optional.of("none of the identity's organizational units " + units + " are in MSP " + id);
    }

    private ByteString certifiers(ByteString pem) throws IdentityException {
        X509Certificate authority = clean(chains, Pem.certificate(pem));
        if (roots.contains(authority)) {
            return chainIdentifier(List.of(authority));
        }
        if (!intermediates.contains(authority)) {
            throw new IdentityException("Failed adding OU. Certificate not in root or intermediate certs.");
        }
        return chainIdentifier(chains.unique(authority));
    }

    private ByteString chainIdentifier(List<X509Certificate> chain) {
        return identifierHash(chain.stream().map(CertificateFields::der).toArray(ByteString[]::new));
    }

    private void checkAuthorities() throws IdentityException {
        List<X509Certificate> authorities = new ArrayList<>(roots);
        authorities.addAll(intermediates);
        for (X509Certificate authority : authorities) {
            if (!CertificateFields.isAuthority(authority)
                    || CertificateFields.subjectKeyId(authority).isEmpty()) {
                throw new IdentityException("MSP " + id + ": CA Certificate problem, (SN: "
                        + authority.getSerialNumber().toString(16) + ")");
            }
            List<X509Certificate> chain = chains.unique(authority);
            if (chain.size() > 1) {
                if (revocations.revoke(authority, chain.get(1))) {
                    throw new IdentityException("MSP " + id + ": CA Certificate is not valid: it has been revoked");
                }
                innerAuthorities.addAll(chain.subList(1, chain.size()));
            }
        }
    }

    private static List<X509Certificate> parse(List<ByteString> pems) throws IdentityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (ByteString pem : pems) {
            certificates.add(Pem.certificate(pem));
        }
        return certificates;
    }

    private static List<X509Certificate> clean(CertificateChains chains, List<ByteString> pems)
            throws IdentityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (ByteString pem : pems) {
            certificates.add(clean(chains, Pem.certificate(pem)));
        }
        return certificates;
    }

    private static X509Certificate clean(CertificateChains chains, X509Certificate certificate)
            throws IdentityException {
        if (!CertificateFields.isSignedByEcdsa(certificate)) {
            return certificate;
        }
        boolean selfSigned = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                && CertificateFields.isAuthority(certificate);
        X509Certificate signer =
                selfSigned ? certificate : chains.unique(certificate).get(1);
        return CertificateFields.withLowS(certificate, signer.getPublicKey());
    }

    private static String javaName(String fabricName) throws IdentityException {
        return switch (fabricName) {
            case "", "SHA256" -> "SHA-256";
            case "SHA384" -> "SHA-384";
            case "SHA3_256" -> "SHA3-256";
            case "SHA3_384" -> "SHA3-384";
            default -> throw new IdentityException("hash function not recognized [" + fabricName + "]");
        };
    }
}
