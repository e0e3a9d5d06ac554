package org.countyledger.acceptance.sensing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a small device writes of CBOR (RFC 8949), each head in its shortest form. */
final class Cbor {
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Cbor whole(long number) {
        return number >= 0 ? head(0, number) : head(1, -1 - number);
    }

    Cbor real(double number) {
        out.write(0xfb);
        out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
        return this;
    }

    Cbor bytes(byte[] bytes) {
        head(BYTES, bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    Cbor text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        head(TEXT, utf8.length);
        out.writeBytes(utf8);
        return this;
    }

    Cbor array(int length) {
        return head(ARRAY, length);
    }

    Cbor map(int length) {
        return head(MAP, length);
    }

    Cbor tag(int tag) {
        return head(TAG, tag);
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private Cbor head(int type, long value) {
        int major = type << 5;
        if (value < 24) {
            out.write(major | (int) value);
        } else if (value < 0x100) {
            out.write(major | 24);
            out.write((int) value);
        } else if (value < 0x10000) {
            out.write(major | 25);
            out.writeBytes(
                    ByteBuffer.allocate(Short.BYTES).putShort((short) value).array());
        } else if (value < 0x100000000L) {
            out.write(major | 26);
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt((int) value).array());
        } else {
            out.write(major | 27);
            out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        }
        return this;
    }
}
