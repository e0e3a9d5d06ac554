package org.countyledger.risk.scorer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.Query;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.RecordView;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Kind;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.features.GrievanceSchema;
import org.countyledger.risk.model.ModelFile;
import org.countyledger.risk.model.RiskModel;
import org.springframework.stereotype.Component;

/** Models by their record on the ledger: a file is taken only if it is, digest by digest, what was registered. */
@Component
final class Models {
    private final LedgerClient ledger;
    private final ScorerSettings settings;
    private final Map<String, RiskModel> loaded = new ConcurrentHashMap<>();

    Models(LedgerClient ledger, ScorerSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    /**
     * The model of this record.
     *
     * @throws RiskException if its file is missing or another one
     * @throws org.countyledger.client.operation.LedgerException if the ledger does not tell
     */
    RiskModel of(String record) {
        return loaded.computeIfAbsent(record, this::load);
    }

    private RiskModel load(String record) {
        Query query =
                Query.of(Functions.GET, Kind.RISK_MODEL.wireName(), record).aboutKnownRecord();
        Clear registered = CanonicalJson.read(ledger.evaluate(settings.subject(), query), RecordView.class)
                .header()
                .fields();
        Path file = settings.models().resolve(registered.text("canonicalDigest").orElse("") + ".model");
        if (!Files.isRegularFile(file)) {
            throw new RiskException("the file of model " + record + " is not there: " + file);
        }
        RiskModel model = ModelFile.read(file);
        Map<String, String> found = Map.of(
                "canonicalDigest", model.header().name(),
                "fileDigest", ModelFile.digest(model),
                "calibratorDigest", model.header().calibratorDigest(),
                "schemaDigest", model.header().schema().digest());
        found.forEach((field, digest) -> {
            if (!registered.text(field).equals(Optional.of(digest))) {
                throw new RiskException(file + " is not the model that was registered: its " + field + " differs");
            }
        });
        if (!model.header().schema().equals(GrievanceSchema.SCHEMA)) {
            throw new RiskException(file + " scores by another schema than the ledger's grievances have");
        }
        return model;
    }
}
