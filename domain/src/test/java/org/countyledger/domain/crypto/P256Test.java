package org.countyledger.domain.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.countyledger.domain.testing.ResidentKey;
import org.junit.jupiter.api.Test;

class P256Test {
    private static final ResidentKey KEY = ResidentKey.of("somebody");
    private static final byte[] MESSAGE = "ok".getBytes(StandardCharsets.UTF_8);

    /** The generator point of secp256k1, whose field has as many bits as that of P-256. */
    private static final String SECP256K1 = Base64.getEncoder()
            .encodeToString(HexFormat.of()
                    .parseHex("3056301006072a8648ce3d020106052b8104000a034200"
                            + "0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
                            + "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8"));

    @Test
    void takesASignatureWithLowSAndRefusesTheSameWithHighS() {
        for (int i = 0; i < 20; i++) {
            byte[] message = {(byte) i};
            assertThat(P256.verify(KEY.spki(), message, KEY.sign(message))).isTrue();
            assertThat(P256.verify(KEY.spki(), message, KEY.signHigh(message))).isFalse();
        }
    }

    @Test
    void refusesAnyFlippedBitOfSignatureAndMessage() {
        byte[] signature = Base64.getDecoder().decode(KEY.sign(MESSAGE));
        for (int bit = 0; bit < signature.length * 8; bit++) {
            assertThat(P256.verify(KEY.spki(), MESSAGE, encode(flipped(signature, bit))))
                    .as("bit %d of the signature", bit)
                    .isFalse();
        }
        for (int bit = 0; bit < MESSAGE.length * 8; bit++) {
            assertThat(P256.verify(KEY.spki(), flipped(MESSAGE, bit), encode(signature)))
                    .as("bit %d of the message", bit)
                    .isFalse();
        }
    }

    @Test
    void refusesAnyFlippedBitOfTheKey() {
        byte[] spki = Base64.getDecoder().decode(KEY.spki());
        String signature = KEY.sign(MESSAGE);
        for (int bit = 0; bit < spki.length * 8; bit++) {
            assertThat(P256.verify(encode(flipped(spki, bit)), MESSAGE, signature))
                    .as("bit %d of the key", bit)
                    .isFalse();
        }
    }

    @Test
    void refusesKeysOfOtherCurves() {
        ResidentKey longer = ResidentKey.onCurve("secp384r1", "somebody");
        assertThat(P256.isPublicKey(KEY.spki())).isTrue();
        assertThat(P256.isPublicKey(longer.spki())).isFalse();
        assertThat(P256.isPublicKey(SECP256K1)).isFalse();
        assertThat(P256.verify(longer.spki(), MESSAGE, KEY.sign(MESSAGE))).isFalse();
    }

    @Test
    void refusesWhatIsNoSignatureOrNoKey() {
        String signature = KEY.sign(MESSAGE);
        assertThat(P256.verify(KEY.spki(), MESSAGE, "")).isFalse();
        assertThat(P256.verify(KEY.spki(), MESSAGE, encode(new byte[64]))).isFalse();
        assertThat(P256.verify(KEY.spki(), MESSAGE, encode(new byte[63]))).isFalse();
        assertThat(P256.verify(KEY.spki(), MESSAGE, "%%%")).isFalse();
        assertThat(P256.verify("", MESSAGE, signature)).isFalse();
        assertThat(P256.verify(encode(MESSAGE), MESSAGE, signature)).isFalse();
    }

    @Test
    void aKeyAndASignatureHaveOneSpelling() {
        String signature = KEY.sign(MESSAGE);
        assertThat(signature).endsWith("==");
        assertThat(P256.verify(KEY.spki(), MESSAGE, signature.replace("=", ""))).isFalse();
        assertThat(P256.verify(KEY.spki(), MESSAGE, otherSpelling(signature))).isFalse();
    }

    /** Base64 of the same bytes, with bits set in the last character that decoding ignores. */
    private static String otherSpelling(String base64) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        int last = base64.indexOf('=') - 1;
        char next = alphabet.charAt(alphabet.indexOf(base64.charAt(last)) + 1);
        String spelled = base64.substring(0, last) + next + "==";
        assertThat(Base64.getDecoder().decode(spelled))
                .isEqualTo(Base64.getDecoder().decode(base64));
        return spelled;
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
