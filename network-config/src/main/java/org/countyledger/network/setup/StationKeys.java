package org.countyledger.network.setup;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.openssl.PEMParser;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.embedded.RunningCounty;
import org.hyperledger.fabric.client.identity.Identities;

/** Public keys of the machines that sign readings and batches, as the ledger registers them. */
final class StationKeys {
    private StationKeys() {}

    /** Of the key that signs what files and adapters bring; Ed25519. */
    static String adapter(RunningCounty county) {
        Path file = county.directory().adapterKey();
        try (PEMParser parser = new PEMParser(Files.newBufferedReader(file))) {
            if (parser.readObject() instanceof PrivateKeyInfo info
                    && PrivateKeyFactory.createKey(info) instanceof Ed25519PrivateKeyParameters key) {
                byte[] spki = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.generatePublicKey())
                        .getEncoded();
                return Base64.getEncoder().encodeToString(spki);
            }
            throw new CountyException(file + " holds no Ed25519 key: make the county anew with down --purge and up");
        } catch (IOException e) {
            throw new CountyException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Of the oracle node's identity; P-256. */
    static String oracle(RunningCounty county) {
        Path file = certificate(county.directory());
        try (Reader pem = Files.newBufferedReader(file)) {
            PublicKey key = Identities.readX509Certificate(pem).getPublicKey();
            return Base64.getEncoder().encodeToString(key.getEncoded());
        } catch (IOException | CertificateException e) {
            throw new CountyException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Path certificate(CountyDirectory directory) {
        return directory.identities().resolve("EcologyMSP.ORACLE_NODE").resolve("cert.pem");
    }
}
