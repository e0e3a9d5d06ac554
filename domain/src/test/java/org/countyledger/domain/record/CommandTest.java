package org.countyledger.domain.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static final String TAG = "1".repeat(64);
    private static final String MAC = "2".repeat(64);
    private static final String COMMITMENT = "3".repeat(64);
    private static final String JSON = "{\"action\":\"confirm\",\"clear\":{\"rating\":5},\"commitments\":{\"remark\":\""
            + COMMITMENT + "\"},\"expectedSeq\":4,\"id\":\"g1\",\"idempotency\":{\"mac\":\"" + MAC + "\",\"tag\":\""
            + TAG
            + "\"},\"kind\":\"Grievance\",\"notAfter\":\"2026-03-01T02:03:04Z\",\"signatures\":[]}";

    @Test
    void theSignedBytesAreTheDomainAndTheCanonicalJsonOfEverythingThatCounts() {
        String signed = new String(read(JSON).signedBytes("county", "ledger"), StandardCharsets.UTF_8);
        assertThat(signed)
                .isEqualTo("county/command/v1{\"action\":\"confirm\",\"chaincode\":\"ledger\",\"channel\":\"county\","
                        + "\"clear\":{\"rating\":5},\"commitments\":{\"remark\":\"" + COMMITMENT
                        + "\"},\"expectedSeq\":4,\"id\":\"g1\",\"idempotencyTag\":\"" + TAG
                        + "\",\"kind\":\"Grievance\",\"notAfter\":\"2026-03-01T02:03:04Z\"}");
    }

    @Test
    void signaturesAndTheMacAreNotSigned() {
        Command command = read(JSON);
        Command signed = command.signedWith(List.of(new CommandSignature(KeyRole.HOLDER, "spki", "signature")));
        Command otherMac = read(JSON.replace(MAC, "4".repeat(64)));
        assertThat(signed.signedBytes("county", "ledger")).isEqualTo(command.signedBytes("county", "ledger"));
        assertThat(otherMac.signedBytes("county", "ledger")).isEqualTo(command.signedBytes("county", "ledger"));
    }

    @Test
    void roundTripsThroughItsCanonicalForm() {
        assertThat(CanonicalJson.text(read(JSON))).isEqualTo(JSON);
    }

    @Test
    void commitmentsAndSignaturesMayBeLeftOut() {
        Command bare = read(JSON.replace(",\"signatures\":[]", "")
                .replace("\"commitments\":{\"remark\":\"" + COMMITMENT + "\"},", ""));
        assertThat(bare.commitments()).isEmpty();
        assertThat(bare.signatures()).isEmpty();
    }

    @Test
    void refusesNonsenseAtTheDoor() {
        Map<String, String> nonsense = new TreeMap<>(Map.of(
                "\"Grievance\"",
                "\"Complaint\"",
                "\"g1\"",
                "\"../g1\"",
                "\"confirm\"",
                "\"con~firm\"",
                "\"expectedSeq\":4",
                "\"expectedSeq\":-1",
                "\"remark\"",
                "\"re mark\"",
                COMMITMENT,
                COMMITMENT.replace('3', 'A'),
                MAC,
                "22",
                "2026-03-01T02:03:04Z",
                "tomorrow"));
        nonsense.forEach((good, bad) ->
                assertThatThrownBy(() -> read(JSON.replace(good, bad))).as(bad).isInstanceOf(MalformedJson.class));
    }

    @Test
    void refusesMoreSignaturesThanARecordHasKeys() {
        CommandSignature signature = new CommandSignature(KeyRole.PARTY_1, "spki", "signature");
        assertThatThrownBy(() -> read(JSON).signedWith(Collections.nCopies(9, signature)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void expectedSeqZeroCreates() {
        assertThat(read(JSON).creates()).isFalse();
        assertThat(read(JSON.replace("\"expectedSeq\":4", "\"expectedSeq\":0")).creates())
                .isTrue();
        assertThat(read(JSON).notAfter()).isEqualTo(Instant.parse("2026-03-01T02:03:04Z"));
    }

    private static Command read(String json) {
        return CanonicalJson.read(json, Command.class);
    }
}
