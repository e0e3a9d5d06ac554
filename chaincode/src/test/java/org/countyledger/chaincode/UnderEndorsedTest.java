package org.countyledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Kind;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who must endorse a change of a record: its owner and one other, whatever a client sends. */
class UnderEndorsedTest {
    private static County county = County.start();

    private static final Map<String, Resident> RESIDENTS = new HashMap<>();

    private static Gateway gateway;

    private static Contract contract;

    @BeforeAll
    static void found() {
        county.founded();
        gateway = county.gateway("CONDUIT");
        contract = gateway.getNetwork("county").getContract("county");
    }

    @AfterAll
    static void close() {
        county.close();
    }

    @Test
    void aChangeEndorsedByTheOwnerAndAnyOtherIsValid() throws Exception {
        assertThat(withdrawnBy("CivilAffairsMSP", "AuditMSP")).isEqualTo(TxValidationCode.VALID);
        assertThat(withdrawnBy("EcologyMSP", "CivilAffairsMSP")).isEqualTo(TxValidationCode.VALID);
    }

    @Test
    void aChangeEndorsedByEverybodyButTheOwnerIsRefusedAtValidation() throws Exception {
        assertThat(withdrawnBy("GovernanceMSP", "EcologyMSP", "AuditMSP"))
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void aChangeEndorsedByTheOwnerAloneIsRefusedAtValidation() throws Exception {
        assertThat(withdrawnBy("CivilAffairsMSP")).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void anEnvelopeWhoseOwnersEndorsementWasTakenOutIsRefusedAtValidation() throws Exception {
        String id = application();
        Transaction whole = proposal(id, ThrowawayNetwork.COUNTY).endorse();
        Transaction cut = gateway.newTransaction(HandMadeEnvelope.without(whole, "CivilAffairsMSP"));
        assertThat(HandMadeEnvelope.endorsers(cut)).hasSize(3).doesNotContain("CivilAffairsMSP");
        assertThat(cut.submitAsync().getStatus().getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(county.get(Kind.WELFARE_APPLICATION, id).header().state()).isEqualTo("SUBMITTED");
    }

    @Test
    void anEnvelopeThatOnlyLostOneOfTheOthersIsStillValid() throws Exception {
        Transaction whole = proposal(application(), ThrowawayNetwork.COUNTY).endorse();
        Transaction cut = gateway.newTransaction(HandMadeEnvelope.without(whole, "AuditMSP"));
        assertThat(cut.submitAsync().getStatus().getCode()).isEqualTo(TxValidationCode.VALID);
    }

    @Test
    void aRecordMayBeCreatedByAnyTwoAndTheGatewayFindsWhoMustEndorseFromThenOn() throws Exception {
        String id = application();
        Transaction found = proposal(id, List.of()).endorse();
        assertThat(HandMadeEnvelope.endorsers(found))
                .contains("CivilAffairsMSP")
                .hasSize(2);
        assertThat(found.submitAsync().getStatus().getCode()).isEqualTo(TxValidationCode.VALID);
    }

    private static String application() {
        Resident resident = new Resident();
        Command submission = resident.staged(county, resident.application(county));
        county.valid("CONDUIT", submission);
        RESIDENTS.put(submission.id(), resident);
        return submission.id();
    }

    private static TxValidationCode withdrawnBy(String... endorsers) throws Exception {
        return proposal(application(), List.of(endorsers))
                .endorse()
                .submitAsync()
                .getStatus()
                .getCode();
    }

    private static Proposal proposal(String id, List<String> endorsers) {
        Command withdrawal = Objects.requireNonNull(RESIDENTS.get(id))
                .sign(county.command(Kind.WELFARE_APPLICATION, id, "withdraw", Clear.EMPTY, Map.of()));
        Proposal.Builder proposal = contract.newProposal("submit").addArguments(CanonicalJson.text(withdrawal));
        if (!endorsers.isEmpty()) {
            proposal.setEndorsingOrganizations(endorsers.toArray(String[]::new));
        }
        return proposal.build();
    }
}
