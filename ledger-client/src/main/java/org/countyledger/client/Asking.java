package org.countyledger.client;

import io.grpc.Deadline;
import java.time.Duration;
import org.countyledger.client.operation.LedgerFailure;
import org.hyperledger.fabric.client.GatewayException;

/** Asks one peer after the other until one answers, and asks again where a lagging peer may have answered. */
final class Asking {
    private final Connections connections;
    private final Duration pause;

    Asking(Connections connections, Duration pause) {
        this.connections = connections;
        this.pause = pause;
    }

    <T> Answer<T> ask(Question<T> question) {
        Deadline limit = Waits.after(question.patience().limit());
        Answer<T> answer = askAround(question, limit);
        for (int lagging = 0; again(question.patience(), answer, lagging) && Waits.pause(pause, limit); ) {
            lagging += answer instanceof Answer.Failed<T> ? 1 : 0;
            Answer<T> next = askAround(question, limit);
            if (ranOutOfTime(next)) {
                return answer;
            }
            answer = next;
        }
        return answer;
    }

    private static <T> boolean again(Question.Patience patience, Answer<T> answer, int lagging) {
        return switch (answer) {
            case Answer.Given<T> given -> false;
            case Answer.Failed<T> failed -> failed.lagging() && lagging < patience.lagging();
            case Answer.Nobody<T> nobody -> patience.waitsForPeers();
        };
    }

    /** Then the answer before says more. */
    private static <T> boolean ranOutOfTime(Answer<T> answer) {
        return answer instanceof Answer.Failed<T> failed && failed.failure() instanceof LedgerFailure.Deadline;
    }

    private <T> Answer<T> askAround(Question<T> question, Deadline limit) {
        String trouble = question.holder()
                .map(mspId -> "No peer of " + mspId + " is configured")
                .orElse("");
        for (Peer peer : connections.inOrder(question.holder())) {
            try {
                return new Answer.Given<>(question.call().ask(connections.gateway(question.identity(), peer), limit));
            } catch (GatewayException e) {
                Complaint complaint = Complaint.of(e);
                if (!complaint.anotherPeerMayHelp()) {
                    return new Answer.Failed<>(
                            complaint.failure(question.txId(), question.stage()), complaint.mayBeLag());
                }
                connections.failed(peer);
                trouble = peer + ": " + complaint.detail();
            }
        }
        return new Answer.Nobody<>(new LedgerFailure.Unavailable(question.txId(), question.stage(), trouble));
    }
}
