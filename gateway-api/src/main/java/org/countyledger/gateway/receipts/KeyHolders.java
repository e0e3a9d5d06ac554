package org.countyledger.gateway.receipts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.domain.contract.ReadingRequest;
import org.countyledger.domain.crypto.P256;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.RecordKey;
import org.countyledger.gateway.ledger.CountySettings;
import org.countyledger.gateway.projection.LedgerFacts;
import org.countyledger.gateway.projection.StoredTransaction.RecordRef;
import org.countyledger.gateway.security.ResidentProof;
import org.springframework.stereotype.Component;

/** Checks here, where no contract is asked, that somebody holds a live key of a record or of the one that opened it. */
@Component
final class KeyHolders {
    /** A proof can be shown again until it ends, so it must end soon. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final LedgerFacts facts;
    private final CountySettings county;

    KeyHolders(LedgerFacts facts, CountySettings county) {
        this.facts = facts;
        this.county = county;
    }

    /** Whether the proof is for this part of the record, under a key of its resident's, and of now. */
    boolean isProved(RecordRef record, String part, ResidentProof proof) {
        Instant now = Instant.now();
        CommandSignature signature = proof.signature();
        boolean timely = proof.notAfter().isAfter(now) && proof.notAfter().isBefore(now.plus(LONGEST));
        ReadingRequest request = new ReadingRequest(
                record.kind(), record.id(), part, Optional.empty(), proof.notAfter(), Optional.empty());
        return timely
                && keys(record).anyMatch(key -> isResidents(key, signature))
                && P256.verify(
                        signature.spki(),
                        request.signedBytes(county.channel(), county.chaincode()),
                        signature.signature());
    }

    private Stream<RecordKey> keys(RecordRef record) {
        return facts.header(record.kind(), record.id()).stream()
                .flatMap(header -> Stream.concat(
                        Stream.of(header),
                        header.link(Header.Link.PARENT).flatMap(link -> facts.header(link.kind(), link.id())).stream()))
                .flatMap(header -> header.keys().stream());
    }

    private static boolean isResidents(RecordKey key, CommandSignature signature) {
        boolean mayRead = key.keyRole() == KeyRole.HOLDER || key.keyRole() == KeyRole.PROXY;
        return mayRead
                && key.isLive()
                && key.keyRole() == signature.keyRole()
                && key.spki().equals(signature.spki());
    }
}
