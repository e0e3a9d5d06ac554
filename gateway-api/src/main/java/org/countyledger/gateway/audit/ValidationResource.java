package org.countyledger.gateway.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/**
 * A validation of the whole chain.
 *
 * @param agrees whether nothing is wrong and every peer recorded the same outcome
 * @param trouble why it could not be done
 */
@Schema(name = "Validation")
record ValidationResource(
        UUID id,
        State state,
        Instant startedAt,
        Optional<Boolean> agrees,
        Optional<Figures> figures,
        List<PeerResource> peers,
        List<String> findings,
        Optional<String> trouble)
        implements Jobs.Result<ValidationResource> {

    /** How far it is. */
    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * What was checked.
     *
     * @param codesAgreed transactions whose recorded validation code is the one computed here
     * @param commitHashesAgreed blocks whose recorded COMMIT_HASH is the one computed here
     * @param codes how many transactions got which code here
     */
    @Schema(name = "ValidationFigures")
    record Figures(
            long blocks,
            long transactions,
            long codesAgreed,
            long codesRecorded,
            long commitHashesAgreed,
            long commitHashesRecorded,
            SortedMap<String, Long> codes,
            String lastHeaderHash) {}

    /**
     * What one organisation's peer recorded for the last block.
     *
     * @param commitHash absent where the peer did not answer
     */
    @Schema(name = "ValidationPeer")
    record PeerResource(String organization, Optional<String> commitHash, boolean agrees) {}

    static ValidationResource running(UUID id, Instant startedAt) {
        return new ValidationResource(
                id,
                State.RUNNING,
                startedAt,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @Override
    public ValidationResource failed(String sentence) {
        return new ValidationResource(
                id, State.FAILED, startedAt, agrees, figures, peers, findings, Optional.of(sentence));
    }

    ValidationResource done(Figures newFigures, List<PeerResource> newPeers, List<String> newFindings) {
        boolean allAgree = newFindings.isEmpty() && newPeers.stream().allMatch(PeerResource::agrees);
        return new ValidationResource(
                id,
                State.DONE,
                startedAt,
                Optional.of(allAgree),
                Optional.of(newFigures),
                newPeers,
                newFindings,
                Optional.empty());
    }
}
