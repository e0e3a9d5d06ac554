package org.countyledger.ledger.identity;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;

/**
 * The chains of one MSP's authorities, judged as Go's {@code x509.Verify} does with Fabric's options: at the moment one
 * second after the certificate's own start, so that expiry never decides, and with exactly one chain.
 */
final class CertificateChains {
    private static final int KEY_CERT_SIGN = 5;
    private static final int MAX_DEPTH = 16;
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_EXTENDED_USAGE = "2.5.29.37.0";
    private static final Set<String> KNOWN_CRITICAL = Set.of(
            Extension.basicConstraints.getId(),
            Extension.keyUsage.getId(),
            Extension.extendedKeyUsage.getId(),
            Extension.subjectAlternativeName.getId(),
            Extension.certificatePolicies.getId(),
            Extension.policyMappings.getId(),
            Extension.policyConstraints.getId(),
            Extension.inhibitAnyPolicy.getId(),
            Extension.cRLDistributionPoints.getId());

    private final List<X509Certificate> roots;
    private final List<X509Certificate> intermediates;

    CertificateChains(List<X509Certificate> roots, List<X509Certificate> intermediates) {
        this.roots = List.copyOf(roots);
        this.intermediates = List.copyOf(intermediates);
    }

    /** The one chain from the certificate to a root, both included. */
    List<X509Certificate> unique(X509Certificate certificate) throws IdentityException {
        Instant moment = certificate.getNotBefore().toInstant().plusSeconds(1);
        requireUsable(certificate, moment);
        List<List<X509Certificate>> found = new ArrayList<>();
        if (roots.contains(certificate)) {
            found.add(List.of(certificate));
        } else {
            extend(List.of(certificate), moment, found);
        }
        found.removeIf(chain -> !chain.stream().allMatch(CertificateChains::allowsServerUsage));
        if (found.isEmpty()) {
            throw new IdentityException(
                    "the supplied identity is not valid: x509: certificate signed by unknown authority");
        }
        if (found.size() > 1) {
            throw new IdentityException("this MSP only supports a single validation chain, got " + found.size());
        }
        return found.get(0);
    }

    private void extend(List<X509Certificate> chain, Instant moment, List<List<X509Certificate>> found) {
        X509Certificate last = chain.get(chain.size() - 1);
        for (X509Certificate root : roots) {
            if (isSigner(root, last, chain, moment)) {
                found.add(with(chain, root));
            }
        }
        for (X509Certificate intermediate : intermediates) {
            if (chain.size() < MAX_DEPTH && isSigner(intermediate, last, chain, moment)) {
                extend(with(chain, intermediate), moment, found);
            }
        }
    }

    private static boolean isSigner(
            X509Certificate parent, X509Certificate child, List<X509Certificate> chain, Instant moment) {
        if (chain.contains(parent)
                || !Arrays.equals(
                        parent.getSubjectX500Principal().getEncoded(),
                        child.getIssuerX500Principal().getEncoded())
                || !isAuthority(parent, chain.size() - 1)) {
            return false;
        }
        try {
            requireUsable(parent, moment);
            child.verify(parent.getPublicKey(), BouncyCastle.PROVIDER);
            return true;
        } catch (IdentityException | GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isAuthority(X509Certificate parent, int intermediatesBelow) {
        boolean[] usage = parent.getKeyUsage();
        return CertificateFields.isAuthority(parent)
                && intermediatesBelow <= parent.getBasicConstraints()
                && (usage == null || (usage.length > KEY_CERT_SIGN && usage[KEY_CERT_SIGN]));
    }

    private static void requireUsable(X509Certificate certificate, Instant moment) throws IdentityException {
        if (moment.isBefore(certificate.getNotBefore().toInstant())
                || moment.isAfter(certificate.getNotAfter().toInstant())) {
            throw new IdentityException("x509: certificate has expired or is not yet valid");
        }
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        if (critical != null && !KNOWN_CRITICAL.containsAll(critical)) {
            throw new IdentityException("x509: unhandled critical extension");
        }
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (algorithm.startsWith("SHA1") || algorithm.startsWith("MD")) {
            throw new IdentityException("x509: cannot verify signature: insecure algorithm " + algorithm);
        }
    }

    /** Fabric names no usage, and Go then asks for server authentication wherever a certificate limits its use. */
    private static boolean allowsServerUsage(X509Certificate certificate) {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return usages == null || usages.contains(SERVER_AUTHENTICATION) || usages.contains(ANY_EXTENDED_USAGE);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private static List<X509Certificate> with(List<X509Certificate> chain, X509Certificate parent) {
        X509Certificate[] longer = Arrays.copyOf(chain.toArray(X509Certificate[]::new), chain.size() + 1);
        longer[chain.size()] = parent;
        return List.of(longer);
    }
}
