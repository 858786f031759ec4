"""scikit-learn's times for the fits of MultivariateTable: 30 % test, 5 folds; median of repeated runs, the large ones once.

Run with Debian's python3-sklearn: /usr/bin/python3 engine/src/bench/python/compare_multivariate.py
Prints one line per size and model: rows x features:model, median microseconds. Single-threaded, as the engine's.
"""

import os
import statistics
import time
import warnings

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np
from sklearn.linear_model import ElasticNetCV, LassoCV, LinearRegression, RidgeCV
from sklearn.metrics import mean_squared_error, r2_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
MODELS = {
    "ols": lambda: LinearRegression(),
    "ridge": lambda: RidgeCV(alphas=(0.001, 0.01, 0.1, 1), cv=5),
    "lasso": lambda: LassoCV(eps=0.01, n_alphas=20, cv=5),
    "elastic-net": lambda: ElasticNetCV(l1_ratio=0.5, eps=0.01, n_alphas=20, cv=5),
}
SIZES = ((442, 10, 30), (10_000, 50, 3), (1_000_000, 20, 1))


def run(make, x, y):
    train_x, test_x, train_y, test_y = train_test_split(x, y, test_size=0.3, random_state=1)
    model = make_pipeline(StandardScaler(), make())
    model.fit(train_x, train_y)
    for part_x, part_y in ((train_x, train_y), (test_x, test_y)):
        predicted = model.predict(part_x)
        r2_score(part_y, predicted), mean_squared_error(part_y, predicted)


for rows, features, repeats in SIZES:
    rng = np.random.default_rng(1)
    x = rng.standard_normal((rows, features))
    for j in range(1, features):
        x[:, j] = 0.5 * x[:, j - 1] + np.sqrt(0.75) * x[:, j]
    y = x[:, :4] @ [10, -5, 10 / 3, -2.5] + 5 * rng.standard_normal(rows)
    for name, make in MODELS.items():
        times = []
        for _ in range(repeats):
            start = time.perf_counter()
            run(make, x, y)
            times.append((time.perf_counter() - start) * 1e6)
        print(f"{rows}x{features}:{name} {statistics.median(times):.1f}")
