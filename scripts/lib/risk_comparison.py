"""Trains scikit-learn's forest and LightGBM on the rows that `risk compare` wrote, and prints all four side by side.

usage: risk_comparison.py FOLDER
"""

import os
import sys
import time
import warnings
from pathlib import Path

import lightgbm
import numpy as np
import sklearn
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score

OURS = 4
ROUNDS = 1000
THREADS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def table(file):
    values = np.loadtxt(file, delimiter=",", skiprows=1)
    return values[:, 0].astype(int), values[:, 1 : 1 + OURS], values[:, 1 + OURS :]


def calibration_error(yes, said):
    bins = np.clip((said * 10).astype(int), 0, 9)
    return sum(abs(said[bins == b].sum() - yes[bins == b].sum()) for b in range(10)) / len(yes)


def line(name, yes, said):
    print(
        f"  {name:<28}{roc_auc_score(yes, said):9.4f}{average_precision_score(yes, said):9.4f}"
        f"{brier_score_loss(yes, said):9.4f}{calibration_error(yes, said):9.4f}"
    )


def difference(name, yes, ours, theirs):
    random = np.random.default_rng(20160516)
    differences = []
    for _ in range(ROUNDS):
        drawn = random.integers(0, len(yes), len(yes))
        differences.append(roc_auc_score(yes[drawn], ours[drawn]) - roc_auc_score(yes[drawn], theirs[drawn]))
    low, high = np.quantile(differences, [0.025, 0.975])
    point = roc_auc_score(yes, ours) - roc_auc_score(yes, theirs)
    print(f"  {name:<46}{point:+9.4f}   95 % of {ROUNDS} draws: {low:+.4f} to {high:+.4f}")


def trained(make, rows, yes):
    seconds = []
    for _ in range(3):
        model = make()
        start = time.perf_counter()
        model.fit(rows, yes)
        seconds.append(time.perf_counter() - start)
    return model, seconds


def middle(seconds):
    return f"{np.median(seconds):6.2f} s ({min(seconds):.2f}–{max(seconds):.2f})"


def compare(folder, purpose):
    yes, _, rows = table(folder / f"{purpose}.train.csv")
    later, ours, later_rows = table(folder / f"{purpose}.test.csv")
    forest, _ = trained(
        lambda: RandomForestClassifier(300, min_samples_leaf=5, n_jobs=THREADS, random_state=0), rows, yes
    )
    _, forest_seconds = trained(
        lambda: RandomForestClassifier(200, min_samples_leaf=5, n_jobs=THREADS, random_state=0), rows, yes
    )
    boosted, boosted_seconds = trained(
        lambda: lightgbm.LGBMClassifier(n_estimators=200, learning_rate=0.05, random_state=0, n_jobs=THREADS, verbose=-1),
        rows,
        yes,
    )
    theirs_forest = forest.predict_proba(later_rows)[:, 1]
    theirs_boosted = boosted.predict_proba(later_rows)[:, 1]
    print(f"{purpose}: trained on {len(yes)} records ({yes.mean():.3f} yes), measured on {len(later)} ({later.mean():.3f})")
    print(f"  {'':<28}{'AUC':>9}{'AP':>9}{'Brier':>9}{'error':>9}")
    line("our forest, 200 trees", later, ours[:, 0])
    line("  calibrated", later, ours[:, 1])
    line("scikit-learn forest, 300", later, theirs_forest)
    line("our boosting, 200 rounds", later, ours[:, 2])
    line("  calibrated", later, ours[:, 3])
    line("LightGBM, 200 rounds", later, theirs_boosted)
    difference("AUC: our forest - scikit-learn's", later, ours[:, 0], theirs_forest)
    difference("AUC: our boosting - LightGBM", later, ours[:, 2], theirs_boosted)
    seconds = [each.split(",") for each in (folder / f"{purpose}.seconds.csv").read_text().split()]
    ours_forest = [float(value) for name, value in seconds if name == "FOREST"]
    ours_boosted = [float(value) for name, value in seconds if name == "BOOSTING"]
    print(f"  200 trees: ours {middle(ours_forest)}, scikit-learn {middle(forest_seconds)}:"
          f" {np.median(ours_forest) / np.median(forest_seconds):.1f} times")
    print(f"  200 rounds: ours, one thread, {middle(ours_boosted)}, LightGBM {middle(boosted_seconds)}:"
          f" {np.median(ours_boosted) / np.median(boosted_seconds):.1f} times")


def main(folder):
    warnings.filterwarnings("ignore")
    print(f"scikit-learn {sklearn.__version__}, LightGBM {lightgbm.__version__}, {THREADS} processors")
    for purpose in sorted(file.name.split(".")[0] for file in folder.glob("*.test.csv")):
        compare(folder, purpose)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
