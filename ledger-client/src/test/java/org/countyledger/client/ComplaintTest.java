package org.countyledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import java.util.List;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.client.operation.LedgerFailure.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are those that a real Fabric 3.1.5 gave. */
class ComplaintTest {
    private static final String FIRST = "failed to endorse transaction, see attached details for more info";
    private static final String LATER =
            "failed to collect enough transaction endorsements, see attached details for more info";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error in simulation: failed to execute transaction 1f: could not launch chaincode county_1.0:ab: "
                        + "connection to 127.0.0.1:23063 failed",
                "error in simulation: failed to execute transaction 1f: error sending: chaincode stream terminated"
            })
    void a_peer_without_a_running_chaincode_sends_us_to_the_next(String detail) {
        assertThat(aborted(FIRST, detail).anotherPeerMayHelp()).isTrue();
    }

    @Test
    void a_peer_that_does_not_listen_sends_us_to_the_next() {
        assertThat(new Complaint(Status.Code.UNAVAILABLE, "io exception", List.of()).anotherPeerMayHelp())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chaincode response 500, WRONG_ROLE|A09|Only a clerk.",
                "chaincode response 500, Error during contract method execution",
                "request unauthorized due to incorrect timestamp 2026-11-22T09:06:54Z, peer time 2026-11-22T09:22:58Z,"
                        + " peer.authentication.timewindow 15m0s",
                "error validating proposal: access denied: channel [county] creator org unknown, creator is malformed"
            })
    void what_the_first_endorser_says_is_final(String detail) {
        Complaint complaint = aborted(FIRST, detail);

        assertThat(complaint.anotherPeerMayHelp()).isFalse();
        assertThat(complaint.mayBeLag()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ProposalResponsePayloads do not match", "chaincode response 500, WRONG_ROLE|A09|Only a clerk."})
    void what_later_endorsers_say_may_be_lag(String detail) {
        assertThat(aborted(LATER, detail).mayBeLag()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_STAGED", "UNKNOWN_RECORD", "SEQ_AHEAD"})
    void what_a_peer_a_block_behind_would_refuse_may_be_lag(String code) {
        assertThat(aborted(FIRST, "chaincode response 500, " + code + "|Z03|Not here.")
                        .mayBeLag())
                .isTrue();
    }

    @Test
    void a_proposal_that_is_still_being_simulated_is_asked_for_again() {
        assertThat(aborted(FIRST, "could not get a tx context: txid: 1f(county) exists")
                        .mayBeLag())
                .isTrue();
    }

    @Test
    void a_refusal_is_taken_apart_at_its_first_two_bars() {
        assertThat(aborted(FIRST, "chaincode response 500, A_CODE_2|Z03|a|b\nc").failure("tx", Stage.ENDORSE))
                .isEqualTo(new LedgerFailure.Refused("tx", "A_CODE_2", "Z03", "a|b\nc"));
    }

    @Test
    void something_that_is_no_refusal_keeps_the_words_of_all_endorsers() {
        assertThat(new Complaint(Status.Code.ABORTED, LATER, List.of("one", "two")).failure("tx", Stage.ENDORSE))
                .isEqualTo(new LedgerFailure.EndorseFailed("tx", "one; two"));
    }

    @Test
    void a_call_that_we_cancelled_is_no_failure_of_the_ledger() {
        assertThatThrownBy(() -> new Complaint(Status.Code.CANCELLED, "Thread interrupted", List.of())
                        .failure("tx", Stage.ENDORSE))
                .isInstanceOf(Stopped.class);
    }

    private static Complaint aborted(String description, String detail) {
        return new Complaint(Status.Code.ABORTED, description, List.of(detail));
    }
}
