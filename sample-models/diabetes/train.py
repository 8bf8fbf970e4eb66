"""Trains the two diabetes models and stores them as JSON, which any Python can read without scikit-learn.

The data ship with scikit-learn: ten measurements of 442 patients, and how far their disease had gone a year later.
Run it again and the files stay the same, byte for byte: the seeds are fixed and numbers are rounded.
"""

import json
import pathlib

from sklearn.datasets import load_diabetes
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

HERE = pathlib.Path(__file__).parent
SEED = 42


def main():
    data = load_diabetes(scaled=False)
    train_x, test_x, train_y, test_y = train_test_split(data.data, data.target, test_size=0.25, random_state=SEED)

    linear = LinearRegression().fit(train_x, train_y)
    trees = GradientBoostingRegressor(
        loss="absolute_error", n_estimators=100, max_depth=2, learning_rate=0.06, subsample=0.6, random_state=SEED
    ).fit(train_x, train_y)

    print("mean error on %d patients that no model has seen:" % len(test_y))
    for name, model in (("model-1 (linear)", linear), ("model-2 (trees)", trees)):
        print("  %-17s %.1f" % (name, mean_absolute_error(test_y, model.predict(test_x))))

    write_json("model-1/model/linear.json", linear_as_json(linear, data.feature_names))
    write_json("model-2/model/trees.json", trees_as_json(trees, data.feature_names, train_x))
    write_json("sample-request.json", {"data": test_x[:2].tolist()})


def linear_as_json(model, features):
    weights = {name: round(float(weight), 6) for name, weight in zip(features, model.coef_)}
    return {"intercept": round(float(model.intercept_), 6), "weights": weights}


def trees_as_json(model, features, train_x):
    """Every tree adds its share to the start. A tree is nested questions about columns, ending in numbers."""
    return {
        "features": features,
        "start": round(float(model.init_.predict(train_x[:1])[0]), 6),
        "trees": [branch_as_json(tree.tree_, 0, model.learning_rate) for tree in model.estimators_[:, 0]],
    }


def branch_as_json(tree, node, learning_rate):
    if tree.children_left[node] < 0:
        return round(float(tree.value[node][0][0]) * learning_rate, 6)
    return {
        "column": int(tree.feature[node]),
        "at_most": round(float(tree.threshold[node]), 5),  # the data have four decimals, a threshold lies halfway
        "yes": branch_as_json(tree, tree.children_left[node], learning_rate),
        "no": branch_as_json(tree, tree.children_right[node], learning_rate),
    }


def write_json(path, value):
    (HERE / path).write_text(json.dumps(value, indent=1) + "\n")


if __name__ == "__main__":
    main()
