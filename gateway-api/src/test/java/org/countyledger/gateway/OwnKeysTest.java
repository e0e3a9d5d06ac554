package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Contents;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.OwnKeyClient;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class OwnKeysTest {
    private static final String DECLARATIONS = "/v1/conflicts/proposals";

    private final Api api;
    private final OwnKeyClient officer;
    private final OwnKeyClient other;

    OwnKeysTest(TestCounty county) {
        this.api = county.api();
        this.officer = county.ownKeyClient(Officer.OWN_KEY);
        this.other = county.ownKeyClient(Officer.OTHER_OWN_KEY);
    }

    private static Map<String, Object> noInterest(Welfare application) {
        return noInterest(application, Officer.OWN_KEY);
    }

    private static Map<String, Object> noInterest(Welfare application, Officer who) {
        String id = RecordId.conflictDeclaration(application.id(), who.staff().orElseThrow());
        Map<String, Object> clear =
                Map.of("recordKind", "WelfareApplication", "recordId", application.id(), "answer", "NONE");
        return Map.of("id", id, "clear", clear);
    }

    @Test
    void anOfficerWhoKeepsTheKeyStagesAndActsBySigningTwice() {
        Welfare application = Welfare.submitted(api);
        officer.act(DECLARATIONS, noInterest(application)).expect(201);
        var checkList = Contents.of(Kind.WELFARE_APPLICATION, "checkList");
        Reply staged = officer.stage(
                        application.path() + "/content/checkList/proposals",
                        Map.of("value", Contents.base64(checkList)))
                .expect(201);
        assertThat(staged.at("/commitment")).isEqualTo(checkList.commitment());
        Reply accepted = officer.act(
                        application.path() + "/proposals",
                        Map.of(
                                "action",
                                "accept",
                                "expectedSeq",
                                1,
                                "clear",
                                Map.of("dupCheck", "NONE"),
                                "commitments",
                                Map.of("checkList", checkList.commitment())))
                .expect(200);
        assertThat(accepted.at("/commitStatus")).isEqualTo("VALID");
        Reply events =
                api.read(api.as(Officer.CLERK), application.path() + "/events").expect(200);
        assertThat(events.body().findValuesAsString("staff")).contains("CA1011");
    }

    @Test
    void theGatewayCannotSignForSuchAnOfficerAndHasNoProposalsForOthers() {
        Welfare application = Welfare.submitted(api);
        Map<String, Object> body = noInterest(application);
        assertThat(api.write(api.as(Officer.OWN_KEY), "/v1/conflicts", body)
                        .expect(409)
                        .at("/code"))
                .isEqualTo("own-key-required");
        api.write(
                        api.as(Officer.OWN_KEY),
                        application.path() + "/content/checkList",
                        Map.of("content", Map.of("a", "b")))
                .expect(409);
        api.write(api.as(Officer.CLERK), DECLARATIONS, body).expect(403);
        api.write(api.anybody(), DECLARATIONS, body).expect(401);
        api.write(api.anybody(), "/v1/submissions", Map.of("bytes", "", "signature", ""))
                .expect(401);
    }

    @Test
    void aSignatureOverAnotherDigestIsRefusedAtBothSteps() {
        Reply proposal = officer.prepare(DECLARATIONS, noInterest(Welfare.submitted(api)));
        byte[] altered = Digests.sha256("another digest".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        refusedAsForged(officer.endorse(officer.signed(proposal.at("/bytes"), altered)));
        Reply endorsed = officer.endorse(officer.signed(proposal)).expect(200);
        refusedAsForged(officer.submit(officer.signed(endorsed.at("/bytes"), altered)));
        refusedAsForged(officer.submit(Map.of("bytes", endorsed.at("/bytes"), "signature", "")));
        officer.submit(officer.signed(endorsed)).expect(201);
    }

    @Test
    void anotherOfficersKeyIsRefusedAtBothSteps() {
        Reply proposal = officer.prepare(DECLARATIONS, noInterest(Welfare.submitted(api)));
        refusedAsForged(officer.endorse(other.signed(proposal)));
        Reply endorsed = officer.endorse(officer.signed(proposal)).expect(200);
        refusedAsForged(officer.submit(other.signed(endorsed)));
    }

    private static void refusedAsForged(Reply reply) {
        assertThat(reply.expect(403).at("/refusalCode")).isEqualTo("SIGNATURE_INVALID");
    }

    @Test
    void aProposalForAnotherCertificateThanTheTokensIsRefusedAtBothSteps() {
        Reply proposal = officer.prepare(DECLARATIONS, noInterest(Welfare.submitted(api)));
        Map<String, Object> signed = officer.signed(proposal);
        assertThat(other.endorse(signed).expect(403).at("/code")).isEqualTo("not-allowed");
        Map<String, Object> transaction = officer.signed(officer.endorse(signed).expect(200));
        assertThat(other.submit(transaction).expect(403).at("/code")).isEqualTo("not-allowed");
        officer.submit(transaction).expect(201);
    }

    @Test
    void aProposalThatLayTooLongIsRefused() throws InvalidProtocolBufferException {
        Reply proposal = officer.prepare(DECLARATIONS, noInterest(Welfare.submitted(api)));
        byte[] old = aged(Base64.getDecoder().decode(proposal.at("/bytes")), 121);
        byte[] digest = Digests.sha256(ProposedTransaction.parseFrom(old)
                .getProposal()
                .getProposalBytes()
                .toByteArray());
        Reply reply = officer.endorse(officer.signed(Base64.getEncoder().encodeToString(old), digest));
        assertThat(reply.expect(409).at("/code")).isEqualTo("stale-proposal");
    }

    /** The same proposal as if it had been made some seconds earlier. */
    private static byte[] aged(byte[] bytes, int seconds) throws InvalidProtocolBufferException {
        ProposedTransaction proposed = ProposedTransaction.parseFrom(bytes);
        Proposal proposal = Proposal.parseFrom(proposed.getProposal().getProposalBytes());
        Header header = Header.parseFrom(proposal.getHeader());
        ChannelHeader channel = ChannelHeader.parseFrom(header.getChannelHeader());
        var before = channel.getTimestamp().toBuilder()
                .setSeconds(channel.getTimestamp().getSeconds() - seconds)
                .build();
        var older = header.toBuilder()
                .setChannelHeader(
                        channel.toBuilder().setTimestamp(before).build().toByteString())
                .build();
        var changed = proposal.toBuilder().setHeader(older.toByteString()).build();
        return proposed.toBuilder()
                .setProposal(proposed.getProposal().toBuilder().setProposalBytes(changed.toByteString()))
                .build()
                .toByteArray();
    }

    @Test
    void whatIsNoProposalOfThisGatewayIsRefused() {
        for (String bytes : List.of("", "AAAA", "Zm9v", "not base64")) {
            officer.endorse(Map.of("bytes", bytes, "signature", "")).expect(422);
            officer.submit(Map.of("bytes", bytes, "signature", "")).expect(422);
        }
    }

    @Test
    void theSameTransactionAgainIsTheSameOperation() {
        Reply endorsed = officer.endorse(
                        officer.signed(officer.prepare(DECLARATIONS, noInterest(Welfare.submitted(api)))))
                .expect(200);
        Reply first = officer.submit(officer.signed(endorsed)).expect(201);
        Reply again = officer.submit(officer.signed(endorsed)).expect(201);
        assertThat(again.at("/opId")).isEqualTo(first.at("/opId"));
    }
}
