package org.countyledger.network.authority;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.network.CountyException;

/**
 * A certificate and its end.
 *
 * @param certificate the file
 */
public record Expiry(Path certificate, Instant end) {
    private static final Duration SOON = Duration.ofDays(30);

    /** The certificate below a folder that ends first. */
    public static Optional<Expiry> first(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> certificates = files.filter(
                            file -> file.getFileName().toString().equals("cert.pem"))
                    .toList();
            return certificates.stream().map(Expiry::of).min(Comparator.comparing(Expiry::end));
        } catch (IOException e) {
            throw new CountyException("The certificates in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    static Expiry of(Path file) {
        X509Certificate certificate = read(file);
        return new Expiry(
                file,
                Instant.ofEpochSecond(certificate.getNotAfter().toInstant().getEpochSecond()));
    }

    static X509Certificate read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new CountyException("The certificate " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whole days; negative after the end. */
    public long daysLeft(Instant now) {
        return Duration.between(now, end).toDays();
    }

    public boolean isSoon(Instant now) {
        return end.isBefore(now.plus(SOON));
    }
}
