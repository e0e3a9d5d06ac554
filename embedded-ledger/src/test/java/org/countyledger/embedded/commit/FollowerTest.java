package org.countyledger.embedded.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private static final String TRANSACTION = "transaction";
    private static final Follower.Told TOLD =
            new Follower.Told(8, Map.of(TRANSACTION, new CommitResult(TxValidationCode.VALID, 7)));

    private final Follower first = new Follower();
    private final Follower second = new Follower();

    @Test
    void whoLearnsOfACommitAtOneOrganisationFindsItAtTheNext() {
        CompletableFuture<Long> seen = first.waiters()
                .register(TRANSACTION)
                .thenApply(result -> second.progress().height());

        Follower.tellAll(List.of(first, second), TOLD);

        assertThat(seen).isCompletedWithValue(8L);
    }

    @Test
    void aFrozenOneHearsOfItWhenItIsThawed() {
        CompletableFuture<CommitResult> waiter = second.waiters().register(TRANSACTION);
        second.freeze();

        Follower.tellAll(List.of(first, second), TOLD);

        assertThat(first.progress().height()).isEqualTo(8);
        assertThat(second.progress().height()).isZero();
        assertThat(waiter).isNotDone();

        second.thaw();

        assertThat(second.progress().height()).isEqualTo(8);
        assertThat(waiter).isCompleted();
    }
}
