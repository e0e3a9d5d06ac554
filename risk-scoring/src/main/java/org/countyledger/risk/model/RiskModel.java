package org.countyledger.risk.model;

import java.util.Map;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.explain.Contribution;
import org.countyledger.risk.explain.TreeShap;
import org.countyledger.risk.features.FittedEncoder;
import org.countyledger.risk.forest.FlatForest;

/** A model that can score: from the fields of a record to score, band and reasons, purely. */
public final class RiskModel {
    private final ModelHeader header;
    private final FlatForest forest;
    private final FittedEncoder encoder;
    private final TreeShap reasons;

    public RiskModel(ModelHeader header, FlatForest forest) {
        if (!header.name().equals(forest.digest())) {
            throw new RiskException("the trees are not those that the model is named after");
        }
        if (header.schema().features().size() != forest.features()) {
            throw new RiskException("the trees do not fit the schema");
        }
        this.header = header;
        this.forest = forest;
        this.encoder = new FittedEncoder(header.schema(), header.encoder());
        this.reasons = new TreeShap(forest);
    }

    public ModelHeader header() {
        return header;
    }

    public FlatForest forest() {
        return forest;
    }

    public FittedEncoder encoder() {
        return encoder;
    }

    /** Scores a record; a field that the schema does not know is refused. */
    public RiskScore score(Map<String, String> fields) {
        int[] row = encoder.encode(fields);
        int millionths = millionths(row);
        return new RiskScore(
                millionths,
                header.reading().bands().of(millionths),
                Contribution.top(header.schema(), reasons.values(row)));
    }

    /** The score of an encoded row. */
    public int millionths(int[] row) {
        return header.reading().calibrator().millionths(forest.margin(row));
    }
}
