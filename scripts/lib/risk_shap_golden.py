"""Explains flat models by the Python package shap: NAME.clrf and NAME.rows.csv become NAME.shap.csv.

usage: risk_shap_golden.py FOLDER

Each line has the expected value and then one value for each feature. Needs numpy and shap. The models are read from
their canonical form (see FlatCodec) and handed to shap as plain trees, so shap computes from the same splits, leaves
and covers, with its own code.
"""

import struct
import sys
from pathlib import Path


def read(data):
    magic, version, family, features, trees, _ = struct.unpack_from(">4sBBHII", data)
    assert magic == b"CLRF" and version == 1
    place = 16
    result = []
    for _ in range(trees):
        tree = {"left": [], "right": [], "feature": [], "threshold": [], "value": [], "cover": []}

        def node():
            nonlocal place
            index = len(tree["left"])
            for column in tree.values():
                column.append(-1)
            (feature,) = struct.unpack_from(">H", data, place)
            if feature == 0xFFFF:
                value, cover = struct.unpack_from(">dI", data, place + 2)
                place += 14
                tree["value"][index], tree["cover"][index] = value, cover
            else:
                (threshold,) = struct.unpack_from(">i", data, place + 2)
                place += 6
                tree["feature"][index], tree["threshold"][index], tree["value"][index] = feature, threshold, 0.0
                tree["left"][index] = node()
                tree["right"][index] = node()
                tree["cover"][index] = tree["cover"][tree["left"][index]] + tree["cover"][tree["right"][index]]
            return index

        node()
        result.append(tree)
    assert place == len(data)
    return family, features, result


def explainer(family, trees):
    import numpy as np
    import shap

    def weight(index):
        if family == 0:
            return 1.0 / len(trees)
        return 1.0 if index % 2 else -1.0

    return shap.TreeExplainer(
        {
            "trees": [
                {
                    "children_left": np.array(tree["left"], dtype=np.int32),
                    "children_right": np.array(tree["right"], dtype=np.int32),
                    "children_default": np.array(tree["left"], dtype=np.int32),
                    "features": np.array(tree["feature"], dtype=np.int32),
                    "thresholds": np.array(tree["threshold"], dtype=np.float64),
                    "values": np.array(tree["value"], dtype=np.float64).reshape(-1, 1) * weight(index),
                    "node_sample_weight": np.array(tree["cover"], dtype=np.float64),
                }
                for index, tree in enumerate(trees)
            ],
            "internal_dtype": np.float64,
            "input_dtype": np.float64,
            "objective": "squared_error",
            "tree_output": "raw_value",
        },
        feature_perturbation="tree_path_dependent",
    )


def main(folder):
    import numpy as np

    for model in sorted(folder.glob("*.clrf")):
        family, features, trees = read(model.read_bytes())
        rows = np.loadtxt(model.with_suffix(".rows.csv"), delimiter=",", ndmin=2)
        assert rows.shape[1] == features
        explain = explainer(family, trees)
        values = np.asarray(explain.shap_values(rows, check_additivity=False)).reshape(len(rows), features)
        expected = float(np.ravel(explain.expected_value)[0])
        with open(model.with_suffix(".shap.csv"), "w", newline="\n") as out:
            for row in values:
                out.write(",".join(repr(float(value)) for value in [expected, *row]) + "\n")
        print(model.name, "rows", len(rows), "trees", len(trees), "expected", expected)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
