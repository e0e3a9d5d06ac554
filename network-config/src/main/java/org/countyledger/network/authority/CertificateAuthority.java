package org.countyledger.network.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.countyledger.ledger.identity.BouncyCastle;

/** One self-made authority. The subject of everything it signs says that it is one. */
final class CertificateAuthority {
    private static final String SELF_MADE = "County Ledger self-made authority, known to nobody else";
    private static final Period VALIDITY = Period.ofYears(10);
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);
    private static final int SERIAL_BITS = 127;
    private static final DateTimeFormatter UTC_TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'");

    private final SecureRandom random = new SecureRandom();
    private final Instant now;
    private final X500Name name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    /** An authority that is there already. */
    CertificateAuthority(Credential own, Instant now) {
        this.now = now;
        this.name =
                X500Name.getInstance(own.certificate().getSubjectX500Principal().getEncoded());
        this.keys = new KeyPair(own.certificate().getPublicKey(), own.key());
        this.certificate = own.certificate();
    }

    CertificateAuthority(String commonName, Instant now) {
        this.now = now;
        this.name = subject(commonName, Optional.empty());
        this.keys = newKeys(random);
        X509v3CertificateBuilder builder = builder(name, keys, VALIDITY);
        try {
            CertificateExtensions.authority(builder, info(keys));
            this.certificate = signed(builder, keys);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("No certificate can be made for " + name, e);
        }
    }

    Credential own() {
        return new Credential(certificate, keys.getPrivate());
    }

    Credential issue(CertificateRequest request) {
        KeyPair fresh = newKeys(random);
        X500Name subject = subject(request.commonName(), request.unit());
        X509v3CertificateBuilder builder = builder(subject, fresh, request.validity());
        try {
            CertificateExtensions.leaf(builder, info(keys), info(fresh), request.use());
            return new Credential(signed(builder, keys), fresh.getPrivate());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("No certificate can be made for " + subject, e);
        }
    }

    /** The same certificate again for another time, on the key that it has. */
    Credential renewed(Credential old, Period validity) {
        return renewed(old, new KeyPair(old.certificate().getPublicKey(), old.key()), validity);
    }

    /** The same certificate again for another time, on a new key. */
    Credential rekeyed(Credential old, Period validity) {
        return renewed(old, newKeys(random), validity);
    }

    private Credential renewed(Credential old, KeyPair key, Period validity) {
        X500Name subject =
                X500Name.getInstance(old.certificate().getSubjectX500Principal().getEncoded());
        X509v3CertificateBuilder builder = builder(subject, key, validity);
        try {
            CertificateExtensions.asIn(builder, old.certificate(), info(key));
            return new Credential(signed(builder, keys), key.getPrivate());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("No certificate can be made for " + subject, e);
        }
    }

    /** A list of these serial numbers besides those of an earlier list. */
    X509CRL revoking(Optional<X509CRL> earlier, BigInteger serial) {
        try {
            JcaX509v2CRLBuilder builder =
                    new JcaX509v2CRLBuilder(certificate.getSubjectX500Principal(), Date.from(now));
            builder.setNextUpdate(
                    Date.from(now.atZone(ZoneOffset.UTC).plus(VALIDITY).toInstant()));
            earlier.ifPresent(list -> builder.addCRL(holder(list)));
            builder.addCRLEntry(serial, Date.from(now), CRLReason.unspecified);
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, CertificateExtensions.authorityKeyIdentifier(info(keys)));
            return new JcaX509CRLConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCRL(builder.build(new LowSSigner(keys.getPrivate())));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("No revocation list can be made by " + name, e);
        }
    }

    private static X509CRLHolder holder(X509CRL list) {
        try {
            return new X509CRLHolder(list.getEncoded());
        } catch (IOException | CRLException e) {
            throw new IllegalStateException("A revocation list cannot be read again", e);
        }
    }

    private static X500Name subject(String commonName, Optional<String> unit) {
        X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, SELF_MADE);
        unit.ifPresent(role -> subject.addRDN(BCStyle.OU, role));
        return subject.addRDN(BCStyle.CN, commonName).build();
    }

    private X509v3CertificateBuilder builder(X500Name subject, KeyPair subjectKeys, Period validity) {
        ZonedDateTime start = now.atZone(ZoneOffset.UTC);
        return new X509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
                time(start.minus(CLOCK_SKEW)),
                time(start.plus(validity)),
                subject,
                info(subjectKeys));
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair signer)
            throws GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .setProvider(BouncyCastle.PROVIDER)
                .getCertificate(builder.build(new LowSSigner(signer.getPrivate())));
    }

    private static KeyPair newKeys(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No P-256 key can be made", e);
        }
    }

    private static SubjectPublicKeyInfo info(KeyPair pair) {
        return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    }

    private static Time time(ZonedDateTime moment) {
        return new Time(new DERUTCTime(UTC_TIME.format(moment)));
    }
}
