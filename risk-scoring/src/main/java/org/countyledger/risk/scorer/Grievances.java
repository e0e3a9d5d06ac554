package org.countyledger.risk.scorer;

import java.sql.Connection;
import java.util.Optional;
import org.countyledger.client.block.BlockConsumer;
import org.countyledger.client.block.BlockSummary;
import org.countyledger.client.block.KeyWrite;
import org.countyledger.client.block.TransactionSummary;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.contract.LedgerKey.PointerKey;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Turns a block into grievances and due scores. What is in the rows follows from the blocks alone. */
@Component
final class Grievances implements BlockConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(Grievances.class);
    private static final String MODELS = "model~";
    private static final String OVERDUE_LEVEL = "~L";

    private final String chaincode;

    Grievances(ScorerSettings settings) {
        this.chaincode = settings.chaincode();
    }

    @Override
    public void accept(BlockSummary block, Connection connection) {
        GrievanceRows rows = new GrievanceRows(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        block.transactions().stream()
                .filter(TransactionSummary::isValid)
                .flatMap(transaction -> transaction.invocation().stream())
                .filter(invocation -> invocation.chaincode().equals(chaincode))
                .flatMap(invocation -> invocation.writes().stream())
                .forEach(write -> write(rows, write));
    }

    private static void write(GrievanceRows rows, KeyWrite write) {
        Optional<LedgerKey> key = LedgerKey.parse(write.key());
        if (key.isEmpty() || write.value().isEmpty()) {
            return;
        }
        String value = write.value().get().toStringUtf8();
        switch (key.get()) {
            case HeaderKey header -> moved(rows, header.kind(), value);
            case OverlayKey overlay -> flagged(rows, overlay);
            case PointerKey pointer -> pointed(rows, pointer, value);
            case LedgerKey.EventKey event -> {}
            case LedgerKey.SlotKey slot -> {}
            case LedgerKey.UsedKey used -> {}
            case LedgerKey.PolicyKey policy -> {}
        }
    }

    private static void moved(GrievanceRows rows, Kind kind, String value) {
        if (kind == Kind.GRIEVANCE) {
            rows.moved(CanonicalJson.read(value, Header.class));
        } else if (kind == Kind.RISK_SCORE) {
            rows.scored(CanonicalJson.read(value, Header.class));
        }
    }

    private static void flagged(GrievanceRows rows, OverlayKey overlay) {
        if (overlay.kind() == Kind.GRIEVANCE && overlay.name().contains(OVERDUE_LEVEL)) {
            rows.overdue(overlay.id());
        }
    }

    private static void pointed(GrievanceRows rows, PointerKey pointer, String value) {
        if (!pointer.name().startsWith(MODELS)) {
            return;
        }
        String purpose = pointer.name().substring(MODELS.length());
        String model = CanonicalJson.read(value, Clear.class).text("model").orElse("");
        if (model.isEmpty()) {
            LOG.error("Scoring of {} stops: no model is in use for it any more", purpose);
        } else {
            LOG.info("Scoring of {} by model {}", purpose, model);
        }
        rows.pointed(purpose, model);
    }
}
