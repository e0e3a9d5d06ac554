package org.countyledger.gateway.receipts;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.protobuf.ByteString;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.countyledger.client.Attestation;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.domain.contract.ReceiptProof;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.ledger.receipt.AttestedTransaction;
import org.countyledger.ledger.receipt.MalformedReceiptException;
import org.countyledger.ledger.receipt.Question;
import org.countyledger.ledger.receipt.Verdict;
import org.countyledger.ledger.receipt.VerifiedTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has other organisations sign that a transaction is valid. That costs each of them a query and a signature, so it is done
 * once for a transaction, for a few at a time, and kept: a committed transaction never changes.
 */
@Component
public final class AttestedReceipts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AttestedReceipts.class);
    private static final int AT_ONCE = 8;
    private static final long KEPT_BYTES = 64 << 20;

    private final LedgerClient client;
    private final TrustedChannel channel;
    private final Roster roster;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AsyncCache<String, ReceiptFile> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .<String, ReceiptFile>weigher((txId, file) -> 3 * file.binary().size())
            .buildAsync();

    AttestedReceipts(LedgerClient client, TrustedChannel channel, Roster roster) {
        this.client = client;
        this.channel = channel;
        this.roster = roster;
    }

    /** The receipt of a valid transaction; many who ask at once cause one question. */
    public ReceiptFile of(String txId) {
        try {
            return kept.get(txId, (id, unused) -> CompletableFuture.supplyAsync(() -> inTurn(id), threads))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private ReceiptFile inTurn(String txId) {
        if (!places.tryAcquire()) {
            throw new ProblemException(ProblemCode.RATE_LIMITED);
        }
        try {
            return make(txId);
        } catch (LedgerException e) {
            LOG.warn("Receipt {}: {}", txId, e.failure().sentence());
            throw new ProblemException(
                    Finding.of(ProblemCode.LEDGER_UNAVAILABLE).about(txId));
        } finally {
            places.release();
        }
    }

    private ReceiptFile make(String txId) {
        String asker = roster.asker()
                .orElseThrow(() -> new ProblemException(ProblemCode.LEDGER_UNAVAILABLE))
                .subject();
        return switch (client.attest(asker, txId, ReceiptProof.ATTESTATIONS)) {
            case Attestation.Attested attested -> checked(asker, txId, receipt(txId, attested));
            case Attestation.TooFew tooFew -> throw incomplete(txId, tooFew.sentence());
        };
    }

    private static AttestedTransaction receipt(String txId, Attestation.Attested attested) {
        try {
            return AttestedTransaction.of(Question.of(attested.proposal()), attested.signed(), attested.endorsements());
        } catch (MalformedReceiptException e) {
            throw incomplete(txId, String.valueOf(e.getMessage()));
        }
    }

    private ReceiptFile checked(String asker, String txId, AttestedTransaction receipt) {
        ByteString binary = receipt.encoded();
        return switch (channel.verifier(asker).verify(binary)) {
            case Verdict.Verified verified -> file(verified.transaction(), binary);
            case Verdict.Refused refused -> throw incomplete(txId, refused.check() + ": " + refused.sentence());
        };
    }

    private static ReceiptFile file(VerifiedTransaction transaction, ByteString binary) {
        ReceiptProof.Subject subject = new ReceiptProof.Subject(
                transaction.txId(), transaction.channel(), transaction.endorsers(), transaction.attestors());
        return new ReceiptFile(binary, ReceiptProof.of(subject, binary.toByteArray()));
    }

    private static ProblemException incomplete(String txId, String why) {
        LOG.warn("Receipt {} cannot be made: {}", txId, why);
        return new ProblemException(
                Finding.of(ProblemCode.ATTESTATION_INCOMPLETE).about(txId));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
