package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.countyledger.gateway.security.MutualTls;
import org.countyledger.gateway.testing.DepartmentSystems;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.SystemAuthority;
import org.countyledger.gateway.testing.TestCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class MutualTlsTest {
    private static final String PRIVATE = "/v1/welfare-applications";

    private final TestCounty county;
    private final DepartmentSystems systems;

    MutualTlsTest(TestCounty county) {
        this.county = county;
        this.systems = county.systems();
    }

    private HttpResponse<String> ask(SSLContext tls, HttpRequest.Builder request) throws IOException {
        URI address =
                URI.create("https://127.0.0.1:" + county.bean(MutualTls.class).port() + PRIVATE);
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(Duration.ofSeconds(10))
                .build()) {
            return client.send(
                    request.uri(address).timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private HttpResponse<String> ask(SystemAuthority.Machine machine) throws IOException {
        return ask(systems.authority().client(machine), HttpRequest.newBuilder());
    }

    @Test
    void aDepartmentsSystemActsAsTheOfficerThatItsCertificateIsListedFor() throws IOException {
        assertThat(ask(systems.clerks()).statusCode()).isEqualTo(200);
    }

    @Test
    void certificatesOfAnotherAuthorityOrOutOfDateOrNoneDoNotEvenConnect() {
        SystemAuthority.Machine foreign = new SystemAuthority("systems of the county").issue("clerks' system");
        assertThatThrownBy(() -> ask(foreign)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ask(systems.expired())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ask(systems.authority().bareClient(), HttpRequest.newBuilder()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void certificatesThatWereRevokedOrThatNobodyListedAreNobodys() throws IOException {
        assertThat(ask(systems.revoked()).statusCode()).isEqualTo(403);
        assertThat(ask(systems.unlisted()).statusCode()).isEqualTo(403);
    }

    @Test
    void withoutARevocationListOfTodayNobodyIsLetIn() throws IOException {
        systems.writeRevocations(Duration.ofHours(-1));
        try {
            assertThat(ask(systems.clerks()).statusCode()).isEqualTo(403);
        } finally {
            systems.writeRevocations(Duration.ofDays(1));
        }
        assertThat(ask(systems.clerks()).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenOfSomebodyElseBesideTheCertificateIsRefused() throws IOException {
        SSLContext tls = systems.authority().client(systems.clerks());
        assertThat(ask(tls, withToken(Officer.CLERK)).statusCode()).isEqualTo(200);
        assertThat(ask(tls, withToken(Officer.DECIDER)).statusCode()).isEqualTo(403);
    }

    private HttpRequest.Builder withToken(Officer officer) {
        return HttpRequest.newBuilder()
                .header("Authorization", "Bearer " + county.issuer().token(officer.subject()));
    }
}
