package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.countyledger.domain.contract.OwnerRule;
import org.countyledger.domain.contract.ReceiptProof;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.Resident;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.receipt.Check;
import org.countyledger.ledger.receipt.EndorsementRule;
import org.countyledger.ledger.receipt.ReceiptVerifier;
import org.countyledger.ledger.receipt.ReceiptVerifier.Demands;
import org.countyledger.ledger.receipt.Verdict;
import org.countyledger.ledger.receipt.Verdict.Refused;
import org.countyledger.ledger.receipt.Verdict.Verified;
import org.countyledger.ledger.rwset.NamespaceReadWrites;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

@ExtendWith(SharedCounty.class)
class AttestedReceiptsTest {
    private static final int ROUNDS = 20;

    private final TestCounty county;
    private final Api api;

    AttestedReceiptsTest(TestCounty county) {
        this.county = county;
        this.api = county.api();
    }

    @Test
    void anAttestedReceiptIsVerifiedFromTheGenesisBlock() {
        Welfare application = Welfare.submitted(api);
        Reply reply = attested(application.receiptTxId()).expect(200);
        ReceiptProof proof = CanonicalJson.read(reply.body().path("attested").toString(), ReceiptProof.class);
        assertThat(reply.at("/matter/state/zh")).isNotEmpty();
        assertThat(proof.attestedBy()).hasSize(3);
        assertThat(proof.validationCode()).isZero();
        assertThat(verdict(proof.binary(), AttestedReceiptsTest::ownerRule))
                .isInstanceOfSatisfying(Verified.class, verified -> {
                    assertThat(verified.transaction().txId()).isEqualTo(application.receiptTxId());
                    assertThat(verified.transaction().creator()).isEqualTo("CivilAffairsMSP");
                    assertThat(verified.transaction().endorsers()).isEqualTo(proof.endorsedBy());
                    assertThat(verified.transaction().attestors()).isEqualTo(proof.attestedBy());
                });
        assertThat(attested(application.receiptTxId()).at("/attested/receipt"))
                .as("signatures are random, so an equal answer was kept")
                .isEqualTo(proof.receipt());
    }

    @Test
    void theBinaryFormIsAskedForByItsMediaTypeAndIsSmall() {
        Welfare application = Welfare.submitted(api).accepted();
        EntityExchangeResult<byte[]> result = binary(application.receiptTxId());
        assertThat(result.getResponseHeaders().getContentType())
                .isEqualTo(MediaType.parseMediaType(ReceiptProof.MEDIA_TYPE));
        byte[] bytes = Objects.requireNonNull(result.getResponseBody());
        assertThat(attested(application.receiptTxId()).at("/attested/receipt"))
                .isEqualTo(ReceiptProof.of(new ReceiptProof.Subject("", "", empty(), empty()), bytes)
                        .receipt());
        for (String txId : transactions(application)) {
            byte[] receipt = Objects.requireNonNull(binary(txId).getResponseBody());
            System.out.println("receipt of " + receipt.length + " bytes");
            assertThat(receipt.length).isLessThanOrEqualTo(16 << 10);
            assertThat(verdict(receipt, AttestedReceiptsTest::ownerRule)).isInstanceOf(Verified.class);
        }
    }

    private List<String> transactions(Welfare application) {
        Reply events =
                api.read(api.as(Officer.CLERK), application.path() + "/events").expect(200);
        List<String> txIds = new ArrayList<>();
        events.body().path("items").forEach(item -> txIds.add(item.path("txId").asString()));
        return txIds;
    }

    private static SortedSet<String> empty() {
        return java.util.Collections.emptySortedSet();
    }

    /** The endorsers of a header are still any two; a record whose owner is not among them has no good receipt. */
    @Test
    void aReceiptWithoutTheOwnersEndorsementIsRefusedWithASentence() {
        Welfare application = Welfare.submitted(api);
        byte[] bytes = Objects.requireNonNull(binary(application.receiptTxId()).getResponseBody());
        EndorsementRule ofAnotherOwner = (chaincode, written, endorsers) -> {
            Map<String, byte[]> moved = new HashMap<>();
            writes(chaincode, written)
                    .forEach((key, value) -> moved.put(
                            key,
                            new String(value, java.nio.charset.StandardCharsets.UTF_8)
                                    .replace("\"ownerOrg\":\"CivilAffairsMSP\"", "\"ownerOrg\":\"NobodyMSP\"")
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            return OwnerRule.refusal(moved, endorsers);
        };
        assertThat(verdict(bytes, ofAnotherOwner)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.check()).isEqualTo(Check.RULE);
            assertThat(refused.sentence()).startsWith("The record belongs to NobodyMSP, which did not endorse it");
        });
    }

    /** Commands go to the first organisation's peer; whether the owner is then asked depends on the header's policy. */
    @Test
    void aRecordOfAnotherOrganisationHasAGoodReceiptIfItsOwnerEndorsedIt() {
        Resident resident = new Resident(api);
        Reply created = resident.create("grievances", resident.complaint()).expect(201);
        byte[] bytes = Objects.requireNonNull(binary(created.at("/receiptTxId")).getResponseBody());
        switch (verdict(bytes, AttestedReceiptsTest::ownerRule)) {
            case Verified verified ->
                assertThat(verified.transaction().endorsers()).contains("GovernanceMSP");
            case Refused refused ->
                assertThat(refused.sentence())
                        .startsWith("The record belongs to GovernanceMSP, which did not endorse it; ");
        }
    }

    @Test
    void unknownHiddenAndMalformedIdsGetTheSameAnswerAtTheSameTime() {
        Welfare.submitted(api).declareNone(Officer.CLERK);
        String hidden = api.read(api.as(Officer.CLERK), "/v1/conflicts")
                .expect(200)
                .body()
                .path("items")
                .get(0)
                .at("/header/position/lastTxId")
                .asString();
        List<String> ids = List.of("f".repeat(64), hidden, "nonsense");
        Set<String> shapes = new HashSet<>();
        for (String question : List.of("?attest=true", "")) {
            long[][] nanos = new long[ids.size()][ROUNDS];
            for (int round = -5; round < ROUNDS; round++) {
                for (int i = 0; i < ids.size(); i++) {
                    long began = System.nanoTime();
                    Reply reply = api.read(api.anybody(), "/v1/receipts/" + ids.get(i) + question);
                    long took = System.nanoTime() - began;
                    assertThat(reply.status()).isEqualTo(404);
                    shapes.add(reply.body().toString().replace(ids.get(i), "ID"));
                    if (round >= 0) {
                        nanos[i][round] = took;
                    }
                }
            }
            assertComparable(question, nanos);
        }
        assertThat(shapes).hasSize(1);
    }

    /** Answers leave at steps of 50 ms, so what differs below that cannot be seen from outside. */
    private static void assertComparable(String question, long[][] nanos) {
        double[] medians = Arrays.stream(nanos)
                .mapToDouble(of ->
                        Arrays.stream(of).sorted().skip(ROUNDS / 2).findFirst().orElseThrow() / 1e6)
                .toArray();
        double[] lowest = Arrays.stream(nanos)
                .mapToDouble(of -> Arrays.stream(of).min().orElseThrow() / 1e6)
                .toArray();
        System.out.printf(
                "404 of unknown, hidden, malformed ids %s: medians %s ms, lowest %s ms%n",
                question, Arrays.toString(medians), Arrays.toString(lowest));
        assertThat(Arrays.stream(lowest).boxed().toList())
                .allSatisfy(millis -> assertThat(millis).isBetween(50.0, 75.0));
        assertThat(spread(medians)).as("less than a step between medians").isLessThan(50);
    }

    private static double spread(double[] values) {
        return Arrays.stream(values).max().orElseThrow()
                - Arrays.stream(values).min().orElseThrow();
    }

    private Verdict verdict(byte[] receipt, EndorsementRule rule) {
        try {
            ChannelConfig genesis =
                    ChannelConfig.of(county.network().ledger().blocks().block(0).orElseThrow());
            return new ReceiptVerifier(genesis, new Demands(3, rule)).verify(ByteString.copyFrom(receipt));
        } catch (InvalidChannelException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> ownerRule(String chaincode, ReadWriteSets written, SortedSet<String> endorsers) {
        return OwnerRule.refusal(writes(chaincode, written), endorsers);
    }

    private static Map<String, byte[]> writes(String chaincode, ReadWriteSets written) {
        Map<String, byte[]> writes = new HashMap<>();
        written.namespaces().stream()
                .filter(namespace -> namespace.namespace().equals(chaincode))
                .map(NamespaceReadWrites::publicSet)
                .flatMap(set -> set.getWritesList().stream())
                .sorted(Comparator.comparing(write -> write.getKey()))
                .forEach(write -> writes.put(write.getKey(), write.getValue().toByteArray()));
        return writes;
    }

    private Reply attested(String txId) {
        return api.read(api.anybody(), "/v1/receipts/" + txId + "?attest=true");
    }

    private EntityExchangeResult<byte[]> binary(String txId) {
        return api.anybody()
                .get()
                .uri("/v1/receipts/" + txId)
                .accept(MediaType.parseMediaType(ReceiptProof.MEDIA_TYPE))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
    }
}
