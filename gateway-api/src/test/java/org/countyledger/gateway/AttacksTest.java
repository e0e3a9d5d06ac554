package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.OpenIdServer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.Resident;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody would try; docs/security.md says against which requirement each test stands. */
@ExtendWith(SharedCounty.class)
class AttacksTest {
    private static final String PRIVATE = "/v1/welfare-applications";
    private static final int READ_LIMIT_MILLIS = 40_000;

    private final TestCounty county;
    private final Api api;

    AttacksTest(TestCounty county) {
        this.county = county;
        this.api = county.api();
    }

    private void refused(String token) {
        Reply reply = api.read(api.withToken(token), PRIVATE).expect(401);
        assertThat(reply.at("/code")).isEqualTo("authentication-required");
        assertThat(reply.body().toString()).doesNotContain(token);
    }

    @Test
    void aTokenWhoseClaimsWereAlteredIsNotTaken() {
        String[] parts = county.issuer().token(Officer.CLERK.subject()).split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String altered = claims.replace(Officer.CLERK.subject(), Officer.DECIDER.subject());
        assertThat(altered).isNotEqualTo(claims);
        refused(parts[0] + "." + encoded(altered) + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + ".");
        refused(parts[0] + "." + parts[1]);
        refused(parts[0] + "." + parts[1] + "." + parts[2].substring(1));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPublicKeyIsNeverTakenForASharedSecret() throws JOSEException {
        byte[] publicKey = county.provider().publicKey().toRSAPublicKey().getEncoded();
        for (String issuer : List.of("county-test", county.provider().issuer())) {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(county.provider().publicKey().getKeyID())
                            .build(),
                    claims(issuer));
            token.sign(new MACSigner(publicKey));
            refused(token.serialize());
        }
    }

    @SuppressWarnings("JavaUtilDate") // the library's interface
    private static JWTClaimsSet claims(String issuer) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(Officer.CLERK.subject())
                .audience(OpenIdServer.AUDIENCE)
                .issueTime(new java.util.Date())
                .expirationTime(new java.util.Date(System.currentTimeMillis() + 60_000))
                .build();
    }

    @Test
    void aTokenCannotBringItsOwnKeyOrNoneAtAll() {
        String claims = encoded(
                "{\"iss\":\"county-test\",\"sub\":\"" + Officer.CLERK.subject() + "\",\"iat\":1,\"exp\":4102444800}");
        refused(encoded("{\"alg\":\"none\"}") + "." + claims + ".");
        refused(encoded("{\"alg\":\"ES256\",\"jku\":\"http://127.0.0.1:1/keys\",\"kid\":\"test\"}") + "." + claims + "."
                + encoded("x".repeat(64)));
        refused(encoded("{\"alg\":\"ES256\",\"kid\":\"../../../../dev/null\"}") + "." + claims + "."
                + encoded("0".repeat(64)));
        refused("a".repeat(8000));
    }

    @Test
    void idsThatAreGuessedLeadNowhereAndSayNothing() {
        Welfare.submitted(api);
        Reply missing = api.read(api.as(Officer.CLERK), PRIVATE + "/00000000-0000-8000-8000-000000000001")
                .expect(404);
        Reply malformed = api.read(api.as(Officer.CLERK), PRIVATE + "/1").expect(404);
        assertThat(malformed.at("/code")).isEqualTo(missing.at("/code"));
        assertThat(malformed.at("/title")).isEqualTo(missing.at("/title"));
        api.read(api.anybody(), "/v1/operations/00000000-0000-4000-8000-000000000001")
                .expect(404);
        api.read(api.anybody(), "/v1/receipts/" + "f".repeat(64)).expect(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?state=%27%20or%20%271%27%3D%271",
                "?town=330183001%27%3B%20drop%20table%20record%3B--",
                "?org=%22%29%20or%201%3D1",
                "/%27%20or%201%3D1%20--",
                "/..%2f..%2f..%2fetc%2fpasswd",
                "/%2e%2e%2f%2e%2e%2factuator%2fenv",
                "/a%00b",
                "?state=a%00b",
                "?cursor=%0d%0aX-Set%3a1",
                "/%E2%80%AE"
            })
    void noInputIsEverTakenForSqlOrForAPath(String path) {
        Reply reply = Reply.of(api.as(Officer.CLERK)
                .get()
                .uri(URI.create(county.address() + PRIVATE + path))
                .exchange());
        assertThat(reply.status()).isIn(200, 400, 404, 422);
        if (reply.status() == 200) {
            assertThat(reply.body().path("items")).isEmpty();
        }
        api.read(api.as(Officer.CLERK), PRIVATE).expect(200);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        Map<String, Object> body = Map.of("clear", Map.of("text", "x".repeat(300 * 1024)));
        Reply reply = api.write(api.as(Officer.CLERK), PRIVATE, body);
        assertThat(reply.expect(413).at("/code")).isEqualTo("payload-too-large");
    }

    @Test
    void jsonThatIsDeepWideOrDoubleIsRefused() {
        for (String json : List.of(
                "[".repeat(100_000),
                "{\"clear\":" + "{\"a\":".repeat(5000) + "1" + "}".repeat(5001),
                "{\"id\":\"a\",\"id\":\"b\"}",
                "{\"expectedSeq\":1e400}",
                "{\"expectedSeq\":99999999999999999999}",
                "\u0000")) {
            Reply reply = api.write(api.as(Officer.CLERK), PRIVATE, json);
            assertThat(reply.status())
                    .as(json.substring(0, Math.min(40, json.length())))
                    .isIn(400, 422);
        }
    }

    @Test
    void headersThatAreTooLargeAreRefused() throws IOException {
        String header = raw("GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(17_000) + "\r\n\r\n");
        assertThat(header).satisfiesAnyOf(answer -> assertThat(answer).startsWith("HTTP/1.1 431"), this::isCutOff);
        String line = raw("GET /" + "x".repeat(17_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(line).satisfiesAnyOf(answer -> assertThat(answer).startsWith("HTTP/1.1 414"), this::isCutOff);
    }

    private void isCutOff(String answer) {
        assertThat(answer).isEmpty();
    }

    @Test
    void aRequestCannotHideInTheBodyOfAnother() throws IOException {
        String hidden = "GET /v1/policies/hidden HTTP/1.1\r\nHost: x\r\n\r\n";
        String twoLengths = "POST /v1/policies HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n"
                + "Content-Type: application/json\r\n\r\n{\"a\":" + hidden;
        assertThat(raw(twoLengths)).startsWith("HTTP/1.1 400").doesNotContain("hidden");
        String chunkedWithLength = "POST /v1/policies HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
                + "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
                + Integer.toHexString(hidden.length()) + "\r\n" + hidden + "\r\n0\r\n\r\n";
        assertThat(raw(chunkedWithLength)).doesNotContain("/v1/policies/hidden");
    }

    private String raw(String request) throws IOException {
        URI address = URI.create(county.address());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(READ_LIMIT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return "";
        }
    }

    @Test
    void aRequestThatNeverEndsIsGivenUp() throws IOException {
        URI address = URI.create(county.address());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(READ_LIMIT_MILLIS);
            socket.getOutputStream()
                    .write(("POST /v1/policies HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 1000\r\n\r\n{")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).satisfiesAnyOf(said -> assertThat(said).startsWith("HTTP/1.1 408"), this::isCutOff);
        }
    }

    @Test
    void anotherResidentsKeyAndAReplayedSignatureChangeNothing() {
        Welfare application = Welfare.submitted(api);
        Resident stranger = new Resident(api);
        Reply foreign = stranger.act("welfare-applications/" + application.id(), "withdraw");
        assertThat(foreign.expect(403).at("/refusalCode")).isEqualTo("KEY_UNKNOWN");
        Resident resident = new Resident(api);
        String key = Api.key();
        Map<String, Object> signed = resident.signed(resident.application(), PRIVATE + "/signing-request", key);
        api.write(api.anybody(), PRIVATE, signed, request -> request.header("Idempotency-Key", key))
                .expect(201);
        Map<String, Object> replayed = new HashMap<>(signed);
        Reply under =
                api.write(api.anybody(), PRIVATE, replayed, request -> request.header("Idempotency-Key", Api.key()));
        assertThat(under.status()).isIn(403, 409, 422);
        assertThat(application.read().at("/state")).isEqualTo("SUBMITTED");
    }

    @Test
    void anAnswerNeverTellsWhatTheServerIsMadeOf() throws IOException {
        String answer = raw("GET /v1/policies/%ZZ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).doesNotContain("Server:", "X-Powered-By", "java.lang", "at org.");
        api.read(api.anybody(), "/actuator/env").expect(404);
        api.read(api.anybody(), "/actuator/heapdump").expect(404);
        api.read(api.anybody(), "/v1/policies/x/actions/").expect(404);
    }
}
