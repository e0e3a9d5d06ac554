package org.countyledger.risk.model;

import java.util.List;
import org.countyledger.risk.explain.Sentences;

/**
 * What is staged of a score on the ledger, privately: the inputs, the score, and its reasons in words.
 *
 * @param recordSeq number of the record's event that it was made at
 */
public record StagedScore(long recordSeq, OpenedScore opened, List<Reason> reasons) {
    /** One reason in both languages. */
    public record Reason(String zh, String en) {}

    public StagedScore {
        reasons = List.copyOf(reasons);
    }

    public static StagedScore of(RiskModel model, long recordSeq, OpenedScore opened) {
        Sentences sentences = new Sentences(model.header().schema());
        return new StagedScore(
                recordSeq,
                opened,
                opened.score().contributions().stream()
                        .map(each ->
                                new Reason(sentences.zh(each, opened.fields()), sentences.en(each, opened.fields())))
                        .toList());
    }
}
