package org.countyledger.oracle.sensor;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** COSE_Sign1 (RFC 9052, 4.2), tagged or not; the bytes are kept as they came, because they are a leaf of a window's tree. */
public final class Sign1 {
    private static final int TAG = 18;
    private static final int PARTS = 4;
    private static final byte[] NOTHING = {};

    /** Both spellings of no protected header are signed as the empty string (RFC 9052, 4.4). */
    private static final byte[] EMPTY_MAP = {(byte) 0xa0};

    private static final CBOREncodeOptions OUTER = new CBOREncodeOptions("allowduplicatekeys=false");

    private final byte[] bytes;
    private final byte[] protectedHeader;
    private final byte[] payload;
    private final byte[] signature;

    private Sign1(byte[] bytes, byte[] protectedHeader, byte[] payload, byte[] signature) {
        this.bytes = bytes;
        this.protectedHeader = protectedHeader;
        this.payload = payload;
        this.signature = signature;
    }

    /** Makes the signature over the bytes to be signed. */
    interface Signing {
        byte[] sign(byte[] toBeSigned);
    }

    static Sign1 make(byte[] protectedHeader, byte[] payload, Signing signing) {
        byte[] signature = signing.sign(toBeSigned(protectedHeader, payload, NOTHING));
        CBORObject message = CBORObject.NewArray()
                .Add(protectedHeader)
                .Add(CBORObject.NewMap())
                .Add(payload)
                .Add(signature)
                .WithTag(TAG);
        return new Sign1(message.EncodeToBytes(), protectedHeader, payload, signature);
    }

    /**
     * Reads a CBOR sequence (RFC 8742) of messages.
     *
     * @throws MalformedMessage if something in it is no COSE_Sign1
     */
    public static List<Sign1> sequence(byte[] bytes) {
        List<Sign1> messages = new ArrayList<>();
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        while (in.available() > 0) {
            int from = bytes.length - in.available();
            CBORObject message = next(in);
            messages.add(of(message, Arrays.copyOfRange(bytes, from, bytes.length - in.available())));
        }
        return messages;
    }

    private static CBORObject next(ByteArrayInputStream in) {
        try {
            return CBORObject.Read(in, OUTER);
        } catch (CBORException e) {
            throw new MalformedMessage("not CBOR", e);
        }
    }

    private static Sign1 of(CBORObject message, byte[] bytes) {
        boolean isKnown = message.getType() == CBORType.Array
                && message.size() == PARTS
                && (!message.isTagged() || (message.getTagCount() == 1 && message.HasMostOuterTag(TAG)));
        if (!isKnown) {
            throw new MalformedMessage("not a COSE_Sign1");
        }
        CborBytes.require(message.get(1), CBORType.Map, "unprotected header");
        return new Sign1(
                bytes,
                byteString(message.get(0), "protected header"),
                byteString(message.get(2), "payload"),
                byteString(message.get(3), "signature"));
    }

    private static byte[] byteString(CBORObject part, String what) {
        return CborBytes.require(part, CBORType.ByteString, what).GetByteString();
    }

    /** The Sig_structure (RFC 9052, 4.4). */
    byte[] toBeSigned(byte[] external) {
        return toBeSigned(protectedHeader, payload, external);
    }

    byte[] toBeSigned() {
        return toBeSigned(NOTHING);
    }

    private static byte[] toBeSigned(byte[] protectedHeader, byte[] payload, byte[] external) {
        return CBORObject.NewArray()
                .Add("Signature1")
                .Add(Arrays.equals(protectedHeader, EMPTY_MAP) ? NOTHING : protectedHeader)
                .Add(external)
                .Add(payload)
                .EncodeToBytes();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    byte[] protectedHeader() {
        return protectedHeader.clone();
    }

    byte[] payload() {
        return payload.clone();
    }

    byte[] signature() {
        return signature.clone();
    }
}
