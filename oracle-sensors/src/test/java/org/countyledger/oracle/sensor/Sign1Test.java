package org.countyledger.oracle.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Vectors of the COSE working group (cose-wg/Examples). */
class Sign1Test {
    private static final Path ALL = Path.of("..", "..", "shared", "data", "cose-vectors");
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"eddsa-sig-01.json", "ecdsa-sig-01.json"})
    void aVectorVerifiesAndWhatIsSignedIsWhatTheVectorSays(String name) throws IOException {
        JsonNode vector = bundled(name);
        Sign1 message = Sign1.sequence(bytes(vector, "/output/cbor")).getFirst();
        assertThat(message.toBeSigned()).isEqualTo(bytes(vector, "/intermediates/ToBeSign_hex"));
        assertThat(verifies(vector, message)).isTrue();
    }

    @Test
    void aVectorWithAChangedSignatureFails() throws IOException {
        assertThat(isGood(bundled("sign-fail-02.json"))).isFalse();
    }

    @Test
    void allVectorsThatPassPassAndAllThatFailFail() throws IOException {
        assumeTrue(Files.isDirectory(ALL), "skipped: " + ALL + " is not there (the reference data beside the project)");
        int seen = 0;
        try (Stream<Path> files = Files.walk(ALL)) {
            for (Path file : files.filter(Sign1Test::isOurs).toList()) {
                boolean expected = !file.getFileName().toString().contains("fail");
                assertThat(isGood(JSON.readTree(file.toFile())))
                        .as(file.toString())
                        .isEqualTo(expected);
                seen++;
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(11);
    }

    /** COSE_Sign1 by ES256 or Ed25519; the others are COSE_Sign, or other curves and digests. */
    private static boolean isOurs(Path file) {
        if (!file.toString().endsWith(".json")) {
            return false;
        }
        JsonNode signer = JSON.readTree(file.toFile()).at("/input/sign0");
        return List.of("P-256", "Ed25519").contains(signer.at("/key/crv").asString(""))
                && List.of("ES256", "EdDSA").contains(signer.path("alg").asString(""));
    }

    private static boolean isGood(JsonNode vector) {
        try {
            return verifies(
                    vector, Sign1.sequence(bytes(vector, "/output/cbor")).getFirst());
        } catch (MalformedMessage e) {
            return false;
        }
    }

    private static boolean verifies(JsonNode vector, Sign1 message) {
        JsonNode key = vector.at("/input/sign0/key");
        boolean isEd25519 = key.path("crv").asString().equals("Ed25519");
        SensorKey known = SensorKey.of(isEd25519 ? ed25519(key) : p256(key));
        byte[] external = bytes(vector, "/input/sign0/external");
        byte[] signed = message.toBeSigned(external);
        return known.verifies(isEd25519 ? ReadingHeader.EDDSA : ReadingHeader.ES256, signed, message.signature());
    }

    private static String ed25519(JsonNode key) {
        try {
            byte[] x = HexFormat.of().parseHex(key.path("x_hex").asString());
            return base64(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(new Ed25519PublicKeyParameters(x))
                    .getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String p256(JsonNode key) {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            ECPoint point = new ECPoint(coordinate(key, "x"), coordinate(key, "y"));
            return base64(KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)))
                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger coordinate(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asString()));
    }

    private static String base64(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }

    private static byte[] bytes(JsonNode vector, String pointer) {
        return HexFormat.of().parseHex(vector.at(pointer).asString(""));
    }

    private static JsonNode bundled(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Sign1Test.class.getResourceAsStream("/cose/" + name))) {
            return JSON.readTree(in);
        }
    }

    @Test
    void whatIsNoCoseSign1IsRefused() {
        assertThatThrownBy(() -> Sign1.sequence(new byte[] {1, 2, 3})).isInstanceOf(MalformedMessage.class);
        assertThatThrownBy(() -> Sign1.sequence(new byte[] {(byte) 0x84, 0x40})).isInstanceOf(MalformedMessage.class);
        assertThatThrownBy(() -> Sign1.sequence(HexFormat.of().parseHex("d18440a04040")))
                .isInstanceOf(MalformedMessage.class);
    }

    @Test
    void aSequenceKeepsTheBytesOfEachMessage() throws IOException {
        byte[] one = bytes(bundled("eddsa-sig-01.json"), "/output/cbor");
        byte[] other = bytes(bundled("ecdsa-sig-01.json"), "/output/cbor");
        byte[] both = new byte[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        assertThat(Sign1.sequence(both)).extracting(Sign1::bytes).containsExactly(one, other);
    }
}
