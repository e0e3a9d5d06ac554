package org.countyledger.network.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.IdentityEntry;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.block.TransactionSummary;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.contract.ScoreStatement;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.network.CountyException;
import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.api.Written;
import org.countyledger.network.embedded.LedgerReader;
import org.countyledger.network.embedded.LocalCounty;
import org.countyledger.network.embedded.Tokens;
import org.countyledger.risk.model.RiskModel;
import org.countyledger.risk.model.StagedScore;

/** Makes a score of the ledger again: from the transaction to the record, its opened inputs, and the model's file. */
public final class Rederivation {
    private static final String GROUP = "score";

    private final LocalCounty county;
    private final Tokens tokens;

    public Rederivation(LocalCounty county) {
        this.county = county;
        this.tokens = Tokens.of(county.directory());
    }

    /** The score that a transaction wrote, as it left it. */
    public Header score(String txId) {
        try (LedgerClient client = LedgerReader.open(county.directory(), county.inventory())) {
            TransactionSummary transaction = client.transaction(
                            LedgerReader.subject(county.directory(), county.inventory()), txId)
                    .filter(TransactionSummary::isValid)
                    .orElseThrow(() -> new CountyException("There is no valid transaction " + txId));
            return transaction.invocation().stream()
                    .flatMap(invocation -> invocation.writes().stream())
                    .filter(write -> isScore(write.key()))
                    .flatMap(write -> write.value().stream())
                    .map(value -> CanonicalJson.read(value.toByteArray(), Header.class))
                    .findFirst()
                    .orElseThrow(() -> new CountyException(txId + " wrote no score"));
        }
    }

    private static boolean isScore(String key) {
        return LedgerKey.parse(key)
                .filter(HeaderKey.class::isInstance)
                .map(HeaderKey.class::cast)
                .filter(header -> header.kind() == Kind.RISK_SCORE)
                .isPresent();
    }

    /** Opens the inputs as an officer may, and the ledger records it; by default an officer of the handling department. */
    public PrivateValue opened(Header score, Optional<String> officer) {
        String subject = officer.or(() -> handler(score))
                .orElseThrow(
                        () -> new CountyException("Nobody of the department that handles the record reads scores"));
        return new GatewayApi(county.gateway(), tokens)
                .read(subject, new Written(score.kind(), score.id(), score.seq(), ""), GROUP);
    }

    private Optional<String> handler(Header score) {
        return tokens.holders(Role.CASE_OFFICER).stream()
                .filter(holder -> score.handling().dept().equals(Optional.of(holder.department())))
                .map(IdentityEntry::subject)
                .findFirst();
    }

    /** Every difference between what was attested and what the model gives; empty when there is none. */
    public static List<String> differences(Header score, PrivateValue opened, RiskModel model) {
        List<String> differences = new ArrayList<>();
        compare(
                differences,
                "commitment",
                score.group(GROUP).map(Header.Group::commitment).orElse(""),
                opened.commitment());
        compare(
                differences,
                "modelDigest",
                said(score, "modelDigest"),
                model.header().name());
        compare(
                differences,
                "calibratorDigest",
                said(score, "calibratorDigest"),
                model.header().calibratorDigest());
        compare(
                differences,
                "schemaDigest",
                said(score, "schemaDigest"),
                model.header().schema().digest());
        if (!isAttested(score)) {
            differences.add("attestation: no signature of this score by the key of its attester");
        }
        StagedScore staged = CanonicalJson.read(CanonicalJson.write(opened.content()), StagedScore.class);
        compare(
                differences,
                "recordSeq",
                Long.toString(score.fields().integer("recordSeq").orElse(0L)),
                Long.toString(staged.recordSeq()));
        differences.addAll(staged.opened().differences(model));
        return differences;
    }

    /** By the key of the certificate that issued it, which the contract wrote beside it. */
    private static boolean isAttested(Header score) {
        String commitment = score.group(GROUP).map(Header.Group::commitment).orElse("");
        return ScoreStatement.of(score.fields(), commitment)
                .isAttestedBy(said(score, "attester"), said(score, "attestation"));
    }

    private static String said(Header score, String field) {
        return score.fields().text(field).orElse("");
    }

    private static void compare(List<String> differences, String what, String stated, String derived) {
        if (!stated.equals(derived)) {
            differences.add(what + ": stated " + stated + ", derived " + derived);
        }
    }
}
