package org.countyledger.ledger.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * The two integers of an ECDSA signature. Read as Go's {@code encoding/asn1} reads them: minimal lengths and integers
 * are required, bytes after the second integer are ignored.
 */
record EcdsaSignature(BigInteger r, BigInteger s) {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    /** The signature, or empty where the bytes are none or an integer is not positive. */
    static Optional<EcdsaSignature> parse(byte[] der) {
        try {
            Reader sequence = new Reader(der, 0, der.length).enter(SEQUENCE);
            BigInteger r = sequence.integer();
            BigInteger s = sequence.integer();
            return r.signum() > 0 && s.signum() > 0 ? Optional.of(new EcdsaSignature(r, s)) : Optional.empty();
        } catch (MalformedDer e) {
            return Optional.empty();
        }
    }

    /** Fabric accepts only the smaller of the two equivalent values of S. */
    boolean isLowS(BigInteger order) {
        return s.compareTo(order.shiftRight(1)) <= 0;
    }

    EcdsaSignature toLowS(BigInteger order) {
        return isLowS(order) ? this : new EcdsaSignature(r, order.subtract(s));
    }

    byte[] toDer() {
        ByteArrayOutputStream body = new ByteArrayOutputStream(80);
        writeInteger(body, r);
        writeInteger(body, s);
        ByteArrayOutputStream der = new ByteArrayOutputStream(body.size() + 4);
        der.write(SEQUENCE);
        writeLength(der, body.size());
        der.writeBytes(body.toByteArray());
        return der.toByteArray();
    }

    private static void writeInteger(ByteArrayOutputStream out, BigInteger value) {
        byte[] bytes = value.toByteArray();
        out.write(INTEGER);
        writeLength(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length > 0xff) {
            throw new IllegalArgumentException("an ECDSA signature of " + length + " bytes");
        }
        if (length > 0x7f) {
            out.write(0x81);
        }
        out.write(length);
    }

    private static final class MalformedDer extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedDer() {
            super("malformed DER", null, false, false);
        }
    }

    private static final class Reader {
        private final byte[] bytes;
        private final int end;
        private int at;

        Reader(byte[] bytes, int at, int end) {
            this.bytes = bytes;
            this.at = at;
            this.end = end;
        }

        Reader enter(int tag) throws MalformedDer {
            int length = header(tag);
            Reader inner = new Reader(bytes, at, at + length);
            at += length;
            return inner;
        }

        BigInteger integer() throws MalformedDer {
            int length = header(INTEGER);
            if (length == 0 || (length > 1 && isPadded())) {
                throw new MalformedDer();
            }
            BigInteger value = new BigInteger(Arrays.copyOfRange(bytes, at, at + length));
            at += length;
            return value;
        }

        private boolean isPadded() {
            boolean nextIsNegative = bytes[at + 1] < 0;
            return (bytes[at] == 0 && !nextIsNegative) || (bytes[at] == -1 && nextIsNegative);
        }

        private int header(int tag) throws MalformedDer {
            if (next() != tag) {
                throw new MalformedDer();
            }
            int length = next();
            if (length > 0x80) {
                length = longLength(length & 0x7f);
            } else if (length == 0x80) {
                throw new MalformedDer();
            }
            if (length > end - at) {
                throw new MalformedDer();
            }
            return length;
        }

        private int longLength(int count) throws MalformedDer {
            int length = 0;
            for (int i = 0; i < count; i++) {
                int digit = next();
                if ((i == 0 && digit == 0) || length > 0xffff) {
                    throw new MalformedDer();
                }
                length = (length << 8) | digit;
            }
            if (length < 0x80) {
                throw new MalformedDer();
            }
            return length;
        }

        private int next() throws MalformedDer {
            if (at >= end) {
                throw new MalformedDer();
            }
            return bytes[at++] & 0xff;
        }
    }
}
