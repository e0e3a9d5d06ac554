package org.countyledger.client.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.countyledger.domain.crypto.P256;
import org.junit.jupiter.api.RepeatedTest;

class P256SignerTest {
    @RepeatedTest(20)
    void theContractsAcceptWhatItSignsAndNothingElse() {
        P256Signer signer = P256Signer.generate();
        byte[] bytes = "command".getBytes(StandardCharsets.UTF_8);
        String signature = signer.sign(bytes);
        assertThat(P256.verify(signer.spki(), bytes, signature)).isTrue();
        assertThat(P256.verify(P256Signer.generate().spki(), bytes, signature)).isFalse();
    }
}
