package org.countyledger.client;

import io.grpc.Deadline;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.countyledger.client.Drafts.Sealed;
import org.countyledger.client.operation.Committed;
import org.hyperledger.fabric.client.SubmitException;

/**
 * Hands a signed envelope to the ordering service and follows its transaction to a verdict. Whatever a peer says to the
 * submit, the commit stream alone is believed (architecture.md, rule 13).
 */
final class Delivery {
    private final LedgerSettings settings;
    private final Connections connections;
    private final Lookup lookup;
    private final CommitStream commits;
    private final ClientIdentity reader;

    /**
     * How far it got.
     *
     * @param lastWord what the last peer said that did not take the envelope; empty when it was taken
     */
    record Outcome(Optional<Committed> verdict, String lastWord) {}

    /** @param reader asks for the verdict on what was signed elsewhere */
    Delivery(
            LedgerSettings settings,
            Connections connections,
            Lookup lookup,
            CommitStream commits,
            ClientIdentity reader) {
        this.settings = settings;
        this.connections = connections;
        this.lookup = lookup;
        this.commits = commits;
        this.reader = reader;
    }

    /** Sends an envelope for the first time. */
    Outcome deliver(ClientIdentity identity, Sealed sealed) {
        return follow(identity, sealed, true);
    }

    /** Takes up an envelope that may have been sent before: asks first, sends it again only if nobody has it. */
    Outcome resume(ClientIdentity identity, Sealed sealed) {
        return follow(identity, sealed, false);
    }

    private Outcome follow(ClientIdentity identity, Sealed sealed, boolean first) {
        Deadline limit = Waits.after(settings.deadlines().commit());
        String txId = sealed.txId();
        CompletableFuture<Committed> seen = commits.register(txId);
        try {
            Optional<Committed> verdict = first ? Optional.empty() : status(identity, txId);
            String lastWord = "";
            while (verdict.isEmpty() && !limit.isExpired()) {
                lastWord = send(identity, sealed.envelope().toByteArray());
                verdict = waitFor(seen, limit).or(() -> status(identity, txId));
            }
            return new Outcome(verdict, lastWord);
        } finally {
            commits.forget(txId);
        }
    }

    private Optional<Committed> status(ClientIdentity identity, String txId) {
        return lookup.status(identity.hasKey() ? identity : reader, txId);
    }

    private Optional<Committed> waitFor(CompletableFuture<Committed> seen, Deadline limit) {
        Duration patience = settings.retries().resendAfter();
        long nanos = Math.min(patience.toNanos(), limit.timeRemaining(TimeUnit.NANOSECONDS));
        try {
            return Optional.of(seen.get(nanos, TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        } catch (ExecutionException e) {
            throw new IllegalStateException("verdicts are never exceptional", e);
        }
    }

    /** The identical envelope to one peer after the other, until one has taken it or passed it on. */
    private String send(ClientIdentity identity, byte[] envelope) {
        String lastWord = "";
        for (Peer peer : connections.inOrder()) {
            Deadline limit = Waits.after(settings.deadlines().submit());
            try {
                connections.gateway(identity, peer).newTransaction(envelope).submitAsync(Waits.until(limit));
                return "";
            } catch (SubmitException e) {
                Complaint complaint = Complaint.of(e);
                lastWord = peer + ": " + complaint.detail();
                if (!neverReached(complaint)) {
                    return lastWord;
                }
                connections.failed(peer);
            }
        }
        return lastWord;
    }

    /** An answer of orderers comes with details; without any it was the connection. */
    private static boolean neverReached(Complaint complaint) {
        return complaint.code() == Status.Code.UNAVAILABLE
                && complaint.details().isEmpty();
    }
}
