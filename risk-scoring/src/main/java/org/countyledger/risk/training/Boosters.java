package org.countyledger.risk.training;

import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.forest.Family;
import org.countyledger.risk.forest.FlatForest;
import org.countyledger.risk.forest.TreeNode;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lays boosted trees flat. XGBoost goes left when a value is below its condition, which for integers is: at most the
 * last integer below. Its text has nine digits, which name every binary32 exactly.
 */
final class Boosters {
    private static final JsonMapper JSON = new JsonMapper();

    private Boosters() {}

    static FlatForest flat(XGBoostModel<Label> model, int[][] rows) {
        int yes = model.getOutputIDInfo().getID(new Label(TribuoRows.YES));
        List<TreeNode> trees = new ArrayList<>();
        for (String tree : dump(model.getInnerModels().get(0))) {
            trees.add(node(JSON.readTree(tree)));
        }
        if (yes == 0) {
            for (int i = 0; i < trees.size(); i += 2) {
                trees.add(i, trees.remove(i + 1));
            }
        }
        return FlatForest.of(Family.BOOSTED, rows, trees);
    }

    private static String[] dump(Booster booster) {
        try {
            return booster.getModelDump("", false, "json");
        } catch (XGBoostError e) {
            throw new RiskException("XGBoost cannot tell its trees", e);
        }
    }

    private static TreeNode node(JsonNode node) {
        if (node.has("leaf")) {
            return new TreeNode.Leaf(number(node.get("leaf")));
        }
        int feature = Integer.parseInt(node.get("split").asString().substring(1));
        int threshold = (int) Math.ceil(number(node.get("split_condition"))) - 1;
        return new TreeNode.Split(feature, threshold, child(node, "yes"), child(node, "no"));
    }

    private static TreeNode child(JsonNode node, String branch) {
        int wanted = node.get(branch).asInt();
        for (JsonNode child : node.get("children")) {
            if (child.get("nodeid").asInt() == wanted) {
                return node(child);
            }
        }
        throw new RiskException("a branch of a boosted tree leads nowhere");
    }

    private static float number(JsonNode node) {
        return Float.parseFloat(node.asString());
    }
}
