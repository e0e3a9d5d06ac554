package org.countyledger.gateway.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Revocation lists of systems' authorities. A list counts only if its authority signed it, and until its next one is due. */
final class Revocations {
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    private final List<Path> files;
    private final Collection<X509Certificate> authorities;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    private record Known(FileTime changed, X509CRL list) {}

    Revocations(List<Path> files, Collection<X509Certificate> authorities) {
        this.files = List.copyOf(files);
        this.authorities = List.copyOf(authorities);
    }

    /** Whether no list names the certificate, and all of them can be relied on. */
    boolean allow(X509Certificate certificate) {
        return files.stream().allMatch(file -> allows(file, certificate));
    }

    private boolean allows(Path file, X509Certificate certificate) {
        try {
            X509CRL list = list(file);
            boolean isCurrent = list.getNextUpdate() == null
                    || list.getNextUpdate().toInstant().isAfter(Instant.now());
            if (!isCurrent) {
                LOG.error("The revocation list {} is out of date: systems are not let in", file);
            }
            return isCurrent && !list.isRevoked(certificate);
        } catch (IOException | GeneralSecurityException e) {
            LOG.error("The revocation list {} cannot be relied on ({}): systems are not let in", file, e.getMessage());
            return false;
        }
    }

    private X509CRL list(Path file) throws IOException, GeneralSecurityException {
        FileTime changed = Files.getLastModifiedTime(file);
        Known before = known.get(file);
        if (before != null && before.changed().equals(changed)) {
            return before.list();
        }
        try (InputStream in = Files.newInputStream(file)) {
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
            verify(list);
            known.put(file, new Known(changed, list));
            return list;
        }
    }

    private void verify(X509CRL list) throws GeneralSecurityException {
        X509Certificate issuer = authorities.stream()
                .filter(authority -> authority.getSubjectX500Principal().equals(list.getIssuerX500Principal()))
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("none of the authorities issued it"));
        list.verify(issuer.getPublicKey());
    }
}
