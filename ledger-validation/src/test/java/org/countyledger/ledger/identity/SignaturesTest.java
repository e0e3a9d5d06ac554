package org.countyledger.ledger.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPublicKey;
import java.util.Random;
import org.countyledger.ledger.testing.TestAuthority;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static final ByteString MESSAGE = ByteString.copyFromUtf8("message");

    private final KeyPair keys = TestAuthority.p256();

    private ByteString withHighS(ByteString signature) {
        BigInteger order = ((ECPublicKey) keys.getPublic()).getParams().getOrder();
        EcdsaSignature low = EcdsaSignature.parse(signature.toByteArray()).orElseThrow();
        return ByteString.copyFrom(new EcdsaSignature(low.r(), order.subtract(low.s())).toDer());
    }

    @Test
    void aSignatureHasLowSAndVerifies() {
        for (int i = 0; i < 20; i++) {
            ByteString signature = Signatures.sign(keys.getPrivate(), MESSAGE);
            assertThat(Signatures.isLowS((ECKey) keys.getPublic(), signature)).isTrue();
            assertThat(Signatures.verify(keys.getPublic(), MESSAGE, signature)).isTrue();
        }
    }

    @Test
    void theOtherSOfTheSameSignatureIsRefused() {
        ByteString high = withHighS(Signatures.sign(keys.getPrivate(), MESSAGE));
        assertThat(Signatures.isLowS((ECKey) keys.getPublic(), high)).isFalse();
        assertThat(Signatures.verify(keys.getPublic(), MESSAGE, high)).isFalse();
    }

    @Test
    void everyOneByteChangeInsideASignatureIsRefused() {
        ByteString signature = Signatures.sign(keys.getPrivate(), MESSAGE);
        for (int i = 0; i < signature.size(); i++) {
            byte[] changed = signature.toByteArray();
            changed[i] ^= 1;
            assertThat(Signatures.verify(keys.getPublic(), MESSAGE, ByteString.copyFrom(changed)))
                    .isFalse();
        }
    }

    @Test
    void randomBytesAreNoSignatureAndNeverAnError() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length > 1 && random.nextBoolean()) {
                bytes[0] = 0x30;
                bytes[1] = (byte) (bytes.length - 2);
            }
            assertThat(Signatures.verify(keys.getPublic(), MESSAGE, ByteString.copyFrom(bytes)))
                    .isFalse();
        }
    }

    @Test
    void ed25519SignsTheMessageItself() {
        KeyPair ed25519 = TestAuthority.ed25519();
        ByteString signature = Signatures.sign(ed25519.getPrivate(), MESSAGE);
        assertThat(signature.size()).isEqualTo(64);
        assertThat(Signatures.verify(ed25519.getPublic(), MESSAGE, signature)).isTrue();
        assertThat(Signatures.verify(ed25519.getPublic(), MESSAGE.concat(MESSAGE), signature))
                .isFalse();
    }

    @Test
    void bytesAfterASignatureAreIgnoredAsGoIgnoresThem() {
        ByteString signature = Signatures.sign(keys.getPrivate(), MESSAGE).concat(ByteString.copyFromUtf8("x"));
        assertThat(Signatures.verify(keys.getPublic(), MESSAGE, signature)).isTrue();
    }
}
