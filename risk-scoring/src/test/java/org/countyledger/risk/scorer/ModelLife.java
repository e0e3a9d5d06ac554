package org.countyledger.risk.scorer;

import java.util.List;
import java.util.Map;
import org.countyledger.domain.record.Kind;
import org.countyledger.risk.model.ModelFile;
import org.countyledger.risk.model.RiskModel;
import org.countyledger.risk.scorer.Offices.Moved;

/** Lets a model into use, hand by hand. */
final class ModelLife {
    private final Offices offices;

    ModelLife(Offices offices) {
        this.offices = offices;
    }

    Moved admitted(RiskModel model) {
        String metrics = model.header().metricsDigest();
        Moved record = offices.act(
                Officer.MODEL_AUTHOR,
                Offices.fresh(Kind.RISK_MODEL),
                "register",
                Map.ofEntries(
                        Map.entry(
                                "purpose", model.header().provenance().purpose().name()),
                        Map.entry("canonicalDigest", model.header().name()),
                        Map.entry("fileDigest", ModelFile.digest(model)),
                        Map.entry(
                                "trainingDigest",
                                model.header().provenance().data().digest()),
                        Map.entry("schemaDigest", model.header().schema().digest()),
                        Map.entry("calibratorDigest", model.header().calibratorDigest()),
                        Map.entry("impactAssessmentDigest", Offices.digest("impact assessment")),
                        Map.entry("commit", "test"),
                        Map.entry("metricsDigest", metrics),
                        Map.entry("slicesDigest", model.header().slicesDigest()),
                        Map.entry(
                                "thresholdMicro",
                                model.header().reading().bands().highFrom()),
                        Map.entry("intendedUse", "ORDER_VISITS"),
                        Map.entry("forbiddenUse", List.of("JUDGE_PERSONS"))));
        record = offices.act(
                Officer.MODEL_VALIDATOR,
                record,
                "validate",
                Map.of(
                        "canonicalDigest",
                        model.header().name(),
                        "metricsDigest",
                        metrics,
                        "reportDigest",
                        Offices.digest("report")));
        record = offices.act(Officer.MODEL_SPONSOR, record, "sponsor", Map.of());
        record = offices.act(Officer.SECOND_SPONSOR, record, "sponsor", Map.of());
        return offices.act(Officer.AUDIT_LEAD, record, "admit", Map.of());
    }

    Moved activated(Moved model) {
        return offices.act(Officer.AUDITOR, model, "activate", Map.of());
    }

    Moved suspended(Moved model) {
        return offices.act(Officer.AUDITOR, model, "suspend", Map.of("reasonCode", "TEST"));
    }
}
