package org.countyledger.gateway.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.client.ClientIdentity;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Departments' systems by the certificate that they show. That it was issued by an authority, TLS itself has checked. */
@Component
final class Systems {
    private static final Text UNKNOWN =
            new Text("该系统证书未登记或已吊销。", "The system's certificate is not listed here, or was revoked.");

    private final Map<X509Certificate, String> subjects = new HashMap<>();
    private final Revocations revocations;
    private final Roster roster;

    Systems(MutualTlsSettings settings, Roster roster) {
        this.roster = roster;
        settings.systems().forEach(system -> {
            if (roster.officer(system.subject()).isEmpty()) {
                throw new IllegalArgumentException(
                        "county.mutual-tls.systems names " + system.subject() + ", who is no officer here");
            }
            certificates(system.certificate()).forEach(one -> subjects.put(one, system.subject()));
        });
        List<X509Certificate> authorities = settings.authorities().stream()
                .flatMap(file -> certificates(file).stream())
                .toList();
        this.revocations = new Revocations(settings.revocations(), authorities);
    }

    private static Collection<X509Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("county.mutual-tls: " + file + " cannot be read", e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("county.mutual-tls: " + file + " holds no certificate", e);
        }
    }

    /**
     * Whom the system acts as.
     *
     * @throws ProblemException if it is not listed, or was revoked
     */
    ClientIdentity identity(X509Certificate certificate) {
        return Optional.ofNullable(subjects.get(certificate))
                .filter(subject -> revocations.allow(certificate))
                .flatMap(roster::officer)
                .orElseThrow(() -> new ProblemException(Finding.of(ProblemCode.NOT_ALLOWED, UNKNOWN)));
    }
}
