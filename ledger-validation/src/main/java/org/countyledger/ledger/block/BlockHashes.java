package org.countyledger.ledger.block;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.countyledger.ledger.rwset.Sha256;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;

/** What links blocks and binds their content (Fabric's {@code protoutil/blockutils.go}). */
public final class BlockHashes {
    private BlockHashes() {}

    /** DER of SEQUENCE {INTEGER number, OCTET STRING previous hash, OCTET STRING data hash}. */
    public static ByteString headerBytes(BlockHeader header) {
        DERSequence sequence = new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(new BigInteger(Long.toUnsignedString(header.getNumber()))),
            new DEROctetString(header.getPreviousHash().toByteArray()),
            new DEROctetString(header.getDataHash().toByteArray())
        });
        try {
            return ByteString.copyFrom(sequence.getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("a block header could not be encoded in memory", e);
        }
    }

    /** What the next block names as previous hash. */
    public static ByteString headerHash(BlockHeader header) {
        return Sha256.of(headerBytes(header));
    }

    /** SHA-256 of the envelopes one after another: no tree, whatever the comment in the protocol says. */
    public static ByteString dataHash(BlockData data) {
        MessageDigest digest = Sha256.digest();
        for (ByteString envelope : data.getDataList()) {
            digest.update(envelope.asReadOnlyByteBuffer());
        }
        return ByteString.copyFrom(digest.digest());
    }
}
