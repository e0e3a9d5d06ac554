package org.countyledger.risk.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.risk.calibration.Bands;
import org.countyledger.risk.calibration.Calibrator;
import org.countyledger.risk.calibration.Costs;
import org.countyledger.risk.drift.Reference;
import org.countyledger.risk.features.RiskSchema;

/**
 * Everything of a model but its trees.
 *
 * @param name SHA-256 of the trees' canonical form
 * @param encoder the values of every categorical feature in the order of their codes
 * @param references how features and scores were spread, by feature code and {@code score}
 */
public record ModelHeader(
        String name,
        RiskSchema schema,
        Map<String, List<String>> encoder,
        Reading reading,
        Provenance provenance,
        Map<String, Reference> references,
        Evaluation evaluation) {
    /** How trees' answers are read: calibrator, bands, and the costs that the bands were chosen by. */
    public record Reading(Calibrator calibrator, Bands bands, Costs costs) {}

    public ModelHeader {
        encoder = new TreeMap<>(encoder);
        references = new TreeMap<>(references);
    }

    /** Digest of everything that comes between the trees' answer and the score: calibrator, bands, costs. */
    public String calibratorDigest() {
        return CanonicalJson.digest(reading);
    }

    /** Digest of what the model was worth on later records, all of them together. */
    public String metricsDigest() {
        return CanonicalJson.digest(List.of(evaluation.before(), evaluation.after()));
    }

    public String slicesDigest() {
        return CanonicalJson.digest(evaluation.slices());
    }
}
