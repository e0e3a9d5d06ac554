package org.countyledger.risk.card;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.countyledger.risk.calibration.Bands;
import org.countyledger.risk.calibration.Costs;
import org.countyledger.risk.model.Evaluation;
import org.countyledger.risk.model.ModelFile;
import org.countyledger.risk.model.ModelHeader;
import org.countyledger.risk.model.ModelUse;
import org.countyledger.risk.model.Provenance;
import org.countyledger.risk.model.RiskModel;

/** The card of a model as one page of HTML that loads nothing. */
public final class ModelCard {
    private static final double MILLION = 1e6;

    private final RiskModel model;
    private final ModelHeader header;

    private ModelCard(RiskModel model) {
        this.model = model;
        this.header = model.header();
    }

    public static String html(RiskModel model) {
        return new ModelCard(model).page();
    }

    private String page() {
        return CardPage.TEMPLATE
                .replace("@PURPOSE_ZH@", header.provenance().purpose().zh())
                .replace("@PURPOSE_EN@", header.provenance().purpose().en())
                .replace("@NAME@", header.name())
                .replace("@INTENDED@", sentences(ModelUse.INTENDED))
                .replace("@FORBIDDEN@", sentences(ModelUse.FORBIDDEN))
                .replace("@FACTS@", facts())
                .replace("@MEASURES@", measures())
                .replace("@CALIBRATION@", calibrationPlot())
                .replace("@PRECISION_RECALL@", precisionRecallPlot())
                .replace("@SLICES@", slices())
                .replace("@FEATURES@", features());
    }

    private static String sentences(List<ModelUse.Sentence> sentences) {
        return sentences.stream()
                .map(each -> "<li>" + Html.text(each.zh()) + "<br><span>" + Html.text(each.en()) + "</span></li>")
                .collect(Collectors.joining());
    }

    private String facts() {
        Provenance provenance = header.provenance();
        Bands bands = header.reading().bands();
        Costs costs = header.reading().costs();
        return Html.row("文件摘要 File digest", ModelFile.digest(model))
                + Html.row(
                        "特征表 Schema",
                        header.schema().name() + " " + header.schema().version())
                + Html.row("特征表摘要 Schema digest", header.schema().digest())
                + Html.row("训练数据摘要 Training data", provenance.data().digest())
                + Html.row(
                        "训练记录 Learned from",
                        provenance.data().records() + " records opened before "
                                + provenance.data().until() + ", at events "
                                + provenance.data().events())
                + Html.row("代码 Code", provenance.commit())
                + Html.row("算法 Recipe", provenance.recipe().toString())
                + Html.row(
                        "规模 Size",
                        model.forest().treeCount() + " trees, " + model.forest().nodeCount() + " nodes")
                + Html.row(
                        "分档 Bands",
                        "提前联系 from " + share(bands.elevatedFrom()) + ", 优先走访 from " + share(bands.highFrom()))
                + Html.row("分档代价 Costs, in thousandths of a visit", costs.toString());
    }

    private String measures() {
        Evaluation evaluation = header.evaluation();
        return measure("校准前 before calibration", evaluation.before())
                + measure("校准后 after calibration", evaluation.after());
    }

    private static String measure(String name, Evaluation.Measures measures) {
        return Html.cells(
                name,
                measures.records(),
                share(measures.records() == 0 ? -1 : (int) (MILLION * measures.yes() / measures.records())),
                share(measures.auc()),
                share(measures.averagePrecision()),
                share(measures.brier()),
                share(measures.calibrationError()));
    }

    private String slices() {
        return header.evaluation().slices().stream()
                .map(slice -> measure(slice.feature() + " = " + slice.value(), slice.measures()))
                .collect(Collectors.joining());
    }

    private String features() {
        return header.schema().features().stream()
                .map(feature -> Html.cells(
                        feature.code(), feature.label().zh(), feature.label().en()))
                .collect(Collectors.joining());
    }

    private String calibrationPlot() {
        List<Plot.Dot> dots = header.evaluation().curves().calibration().stream()
                .filter(bin -> bin.records() > 0)
                .map(bin -> new Plot.Dot(bin.said() / MILLION, bin.came() / MILLION, bin.records()))
                .toList();
        return new Plot("calibration", "评分 said", "实际 came")
                .diagonal()
                .curve(dots)
                .dots(dots)
                .svg();
    }

    private String precisionRecallPlot() {
        Evaluation.Measures all = header.evaluation().after();
        List<Plot.Dot> dots = header.evaluation().curves().precisionRecall().stream()
                .map(point -> new Plot.Dot(point.recall() / MILLION, point.precision() / MILLION, 1))
                .toList();
        return new Plot("precision and recall", "查全率 recall", "查准率 precision")
                .level(all.records() == 0 ? 0 : (double) all.yes() / all.records())
                .curve(dots)
                .svg();
    }

    private static String share(int millionths) {
        return millionths < 0 ? "–" : String.format(Locale.ROOT, "%.4f", millionths / MILLION);
    }
}
