package org.countyledger.network.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;

/** Issues certificates again before they end. Programs read them when they start. */
public final class Renewal {
    private static final String ORDERER = "orderer.";

    private final CountyDirectory county;
    private final Instant now;

    public Renewal(CountyDirectory county, Instant now) {
        this.county = county;
        this.now = now;
    }

    /** Which key a renewed certificate is on. */
    public enum Key {
        SAME,
        NEW
    }

    /** Renews what ends soon; the files that were written. */
    public List<Path> endingWithin(Duration time, Key key) {
        Instant limit = now.plus(time);
        return renew(
                held().stream()
                        .filter(certificate -> certificate.endsBefore(limit))
                        .toList(),
                key);
    }

    /**
     * Renews these, whenever they end.
     *
     * @param names common names of their subjects
     * @throws CountyException for a name that nobody here has
     */
    public List<Path> of(Set<String> names, Key key) {
        List<HeldCertificate> wanted = held().stream()
                .filter(certificate -> names.contains(certificate.name()))
                .toList();
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(wanted.stream().map(HeldCertificate::name).collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            throw new CountyException("Nobody here is called " + String.join(", ", unknown)
                    + "; names are like peer.AuditMSP or AuditMSP.SYSTEM_TIMER");
        }
        return renew(wanted, key);
    }

    private List<HeldCertificate> held() {
        try {
            return HeldCertificate.of(county);
        } catch (IOException e) {
            throw new CountyException("The certificates in " + county + " cannot be read: " + e.getMessage(), e);
        }
    }

    private List<Path> renew(List<HeldCertificate> wanted, Key key) {
        if (key == Key.NEW) {
            wanted.stream()
                    .filter(one -> one.name().startsWith(ORDERER))
                    .findFirst()
                    .ifPresent(orderer -> {
                        throw new CountyException("The key of " + orderer.name()
                                + " stands in the channel's configuration: renew it with the key that it has");
                    });
        }
        List<Path> written = new ArrayList<>();
        try {
            for (HeldCertificate certificate : wanted) {
                CertificateAuthority issuer = certificate.issuer(now);
                Credential old = certificate.credential();
                certificate.replace(
                        switch (key) {
                            case SAME -> issuer.renewed(old, certificate.validity());
                            case NEW -> issuer.rekeyed(old, certificate.validity());
                        });
                written.add(certificate.certificate());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A certificate cannot be renewed", e);
        }
        return written;
    }
}
