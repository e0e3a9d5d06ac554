package org.countyledger.oracle.sensor;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;

/** Canonical CBOR (CTAP2): one spelling for each value, no tags, no duplicate keys. */
final class CborBytes {
    private static final CBOREncodeOptions CANONICAL = CBOREncodeOptions.DefaultCtap2Canonical;

    private CborBytes() {}

    static byte[] write(CBORObject value) {
        return value.EncodeToBytes(CANONICAL);
    }

    static CBORObject read(byte[] bytes) {
        try {
            return CBORObject.DecodeFromBytes(bytes, CANONICAL);
        } catch (CBORException e) {
            throw new MalformedMessage("not canonical CBOR", e);
        }
    }

    static CBORObject require(CBORObject value, CBORType type, String what) {
        if (value == null || value.getType() != type) {
            throw new MalformedMessage(what + " is missing or of another type");
        }
        return value;
    }

    static long whole(CBORObject value, String what) {
        CBORObject number = require(value, CBORType.Integer, what);
        if (!number.AsNumber().CanFitInInt64()) {
            throw new MalformedMessage(what + " is too large");
        }
        return number.AsInt64Value();
    }
}
