package org.countyledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientIdentitiesTest {
    private static final String LINE = """
            {"subject":"%s","mspId":"CivilAffairsMSP","department":"civil-affairs","role":"TOWN_CLERK",%s
             "certificate":"identities/CivilAffairsMSP/clerk/cert.pem",
             "privateKey":"identities/CivilAffairsMSP/clerk/key.pem"}""";

    @TempDir
    private Path county;

    @BeforeEach
    void writeKeys() throws IOException {
        Path clerk = Files.createDirectories(county.resolve("identities/CivilAffairsMSP/clerk"));
        Files.writeString(clerk.resolve("cert.pem"), TestIdentities.certificatePem());
        Files.writeString(clerk.resolve("key.pem"), TestIdentities.keyPem());
    }

    @Test
    void identities_are_loaded_with_what_the_file_says_about_them() throws IOException {
        ClientIdentities identities = ClientIdentities.load(
                write(LINE.formatted("clerk", "\"staff\":\"1001\",\"town\":\"t1\","), LINE.formatted("timer", "")));

        assertThat(identities.all()).hasSize(2);
        assertThat(identities.get("clerk").entry().town()).contains("t1");
        assertThat(identities.get("clerk").mspId()).isEqualTo("CivilAffairsMSP");
        assertThat(identities.get("timer").entry().staff()).isEmpty();
        assertThat(identities.find("nobody")).isEmpty();
    }

    @Test
    void only_wanted_identities_are_read() throws IOException {
        Path file = write(
                LINE.formatted("clerk", ""), LINE.formatted("other", "").replace("clerk/key.pem", "not-there.pem"));

        ClientIdentities identities =
                ClientIdentities.load(file, entry -> entry.subject().equals("clerk"));

        assertThat(identities.all()).extracting(ClientIdentity::subject).containsExactly("clerk");
    }

    @Test
    void a_missing_key_names_its_identity() throws IOException {
        Path file = write(LINE.formatted("clerk", "").replace("clerk/key.pem", "not-there.pem"));

        assertThatThrownBy(() -> ClientIdentities.load(file))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("clerk");
    }

    @Test
    void a_key_that_is_none_names_its_identity() throws IOException {
        Files.writeString(county.resolve("identities/CivilAffairsMSP/clerk/key.pem"), "no key");
        Path file = write(LINE.formatted("clerk", ""));

        assertThatThrownBy(() -> ClientIdentities.load(file))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("clerk");
    }

    @Test
    void one_subject_stands_for_one_identity() throws IOException {
        Path file = write(LINE.formatted("clerk", ""), LINE.formatted("clerk", ""));

        assertThatThrownBy(() -> ClientIdentities.load(file))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void a_malformed_file_is_refused() throws IOException {
        Path file = write("{\"subject\":");

        assertThatThrownBy(() -> ClientIdentities.load(file)).isInstanceOf(IdentityException.class);
    }

    private Path write(String... lines) throws IOException {
        return Files.writeString(county.resolve("identities/identities.json"), "[" + String.join(",", lines) + "]");
    }
}
