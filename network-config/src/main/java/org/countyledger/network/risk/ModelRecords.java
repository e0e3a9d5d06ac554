package org.countyledger.network.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.IdentityEntry;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.network.CountyException;
import org.countyledger.network.api.Desk;
import org.countyledger.network.api.Draft;
import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.api.Written;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.PrivateFiles;
import org.countyledger.network.embedded.Tokens;
import org.countyledger.risk.features.GrievanceSchema;
import org.countyledger.risk.model.ModelFile;
import org.countyledger.risk.model.ModelHeader;
import org.countyledger.risk.model.RiskModel;

/** Models as records: each step by an officer who holds the role for it. */
public final class ModelRecords {
    private static final String INTENDED = "ORDER_VISITS";
    private static final List<String> FORBIDDEN =
            List.of("JUDGE_PERSONS", "REASON_FOR_DECISIONS", "ASSESS_OFFICERS", "PUBLICATION");

    private final CountyDirectory directory;
    private final GatewayApi api;
    private final Tokens tokens;

    public ModelRecords(CountyDirectory directory, GatewayApi api, Tokens tokens) {
        this.directory = directory;
        this.api = api;
        this.tokens = tokens;
    }

    /**
     * Writes the model's digests to the ledger and keeps its file where the scorer looks for it.
     *
     * @param impactAssessment SHA-256 of the document, hex
     */
    public Written register(RiskModel model, String impactAssessment, Optional<String> officer) {
        ModelHeader header = model.header();
        if (!header.schema().equals(GrievanceSchema.SCHEMA)) {
            throw new CountyException("The ledger's grievances are scored by the schema "
                    + GrievanceSchema.SCHEMA.name() + ", and this model knows "
                    + header.schema().name()
                    + ": train with --as grievance");
        }
        keep(model);
        return as(Role.MODEL_AUTHOR, officer)
                .submit(Draft.creation(Kind.RISK_MODEL, "register")
                        .with("purpose", header.provenance().purpose().name())
                        .with("canonicalDigest", header.name())
                        .with("fileDigest", ModelFile.digest(model))
                        .with("trainingDigest", header.provenance().data().digest())
                        .with("schemaDigest", header.schema().digest())
                        .with("calibratorDigest", header.calibratorDigest())
                        .with("impactAssessmentDigest", impactAssessment)
                        .with("commit", header.provenance().commit())
                        .with("metricsDigest", header.metricsDigest())
                        .with("slicesDigest", header.slicesDigest())
                        .with("thresholdMicro", header.reading().bands().highFrom())
                        .with("intendedUse", INTENDED)
                        .with("forbiddenUse", FORBIDDEN));
    }

    private void keep(RiskModel model) {
        try {
            PrivateFiles.directory(directory.models());
            PrivateFiles.write(file(model.header().name()), ModelFile.bytes(model));
        } catch (IOException e) {
            throw new CountyException("The model cannot be kept in " + directory.models() + ": " + e.getMessage(), e);
        }
    }

    /** Where the file of a registered model is kept. */
    public Path file(String name) {
        return directory.models().resolve(name + ".model");
    }

    /** Says that training again gave this model. */
    public Written validate(String id, RiskModel again, String reportDigest, Optional<String> officer) {
        return as(Role.MODEL_VALIDATOR, officer)
                .submit(step(id, "validate")
                        .with("canonicalDigest", again.header().name())
                        .with("metricsDigest", again.header().metricsDigest())
                        .with("reportDigest", reportDigest));
    }

    /**
     * Takes a step that needs no more than its role, and a reason where the ledger asks for one.
     *
     * @param reasonCode taken by steps that need one
     */
    public Written step(String id, ModelStep step, String reasonCode, Optional<String> officer) {
        Draft draft = step(id, step.action());
        return as(step.role(), officer.or(() -> another(step, id)))
                .submit(step.needsReason() ? draft.with("reasonCode", reasonCode) : draft);
    }

    /** Of the sponsors the first whose department has not sponsored the model yet. */
    private Optional<String> another(ModelStep step, String id) {
        if (step != ModelStep.SPONSOR) {
            return Optional.empty();
        }
        List<String> departments = header(id).fields().texts("sponsors");
        return tokens.holders(step.role()).stream()
                .filter(holder -> !departments.contains(holder.department()))
                .map(IdentityEntry::subject)
                .findFirst();
    }

    private Draft step(String id, String action) {
        return Draft.step(new Written(Kind.RISK_MODEL, id, header(id).seq(), ""), action);
    }

    /** The model's record. */
    public Header header(String id) {
        return api.find(subject(Role.AUDITOR, Optional.empty()), Kind.RISK_MODEL, id)
                .orElseThrow(() -> new CountyException("There is no model " + id + " on the ledger"));
    }

    private Desk as(Role role, Optional<String> officer) {
        return api.officer(subject(role, officer));
    }

    private String subject(Role role, Optional<String> officer) {
        return officer.or(() -> tokens.holders(role).stream()
                        .map(IdentityEntry::subject)
                        .findFirst())
                .orElseThrow(() -> new CountyException("Nobody holds " + role + " in this county"));
    }
}
