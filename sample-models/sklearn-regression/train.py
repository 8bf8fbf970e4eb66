"""Trains the two scikit-learn models and stores them as pickles.

Both are linear inside, so that a pickle made by one version of scikit-learn can still be read by the next ones.
Run it again with the same versions and the files stay the same.
"""

import json
import pathlib

import joblib
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

HERE = pathlib.Path(__file__).parent
SEED = 42


def main():
    data = load_diabetes(scaled=False)
    train_x, test_x, train_y, test_y = train_test_split(data.data, data.target, test_size=0.25, random_state=SEED)
    models = {
        "model-1": LinearRegression(),
        "model-2": make_pipeline(StandardScaler(), PolynomialFeatures(2), Ridge(alpha=100)),
    }
    print("mean error on %d patients that no model has seen:" % len(test_y))
    for folder, model in models.items():
        model.fit(train_x, train_y)
        print("  %s %.1f" % (folder, mean_absolute_error(test_y, model.predict(test_x))))
        joblib.dump(model, HERE / folder / "model" / "sklearn_regression_model.pkl")
    (HERE / "sample-request.json").write_text(json.dumps({"data": test_x[:2].tolist()}, indent=1) + "\n")


if __name__ == "__main__":
    main()
