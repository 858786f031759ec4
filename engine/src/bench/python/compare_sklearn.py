"""scikit-learn's times for the fits of FitBenchmark: 200 rows, 30 % test, degree 10, 5 folds; median of repeated runs.

Run with Debian's python3-sklearn: /usr/bin/python3 engine/src/bench/python/compare_sklearn.py
Prints one line per model: name, median microseconds. Single-threaded, as the engine's benchmark.
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
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

warnings.filterwarnings("ignore")
MODELS = {
    "ols": lambda: LinearRegression(),
    "ridge": lambda: RidgeCV(alphas=(0.001, 0.01, 0.1, 1), cv=5),
    "lasso": lambda: LassoCV(eps=0.01, n_alphas=20, cv=5),
    "elastic-net": lambda: ElasticNetCV(l1_ratio=0.5, eps=0.01, n_alphas=20, cv=5),
}


def run(make, x, y):
    train_x, test_x, train_y, test_y = train_test_split(x, y, test_size=0.3, random_state=1)
    model = make_pipeline(PolynomialFeatures(10, include_bias=False), StandardScaler(), make())
    model.fit(train_x, train_y)
    for part_x, part_y in ((train_x, train_y), (test_x, test_y)):
        predicted = model.predict(part_x)
        r2_score(part_y, predicted), mean_squared_error(part_y, predicted)


rng = np.random.default_rng(1)
x = rng.uniform(-5, 5, (200, 1))
y = 2 * x[:, 0] - 0.6 * x[:, 0] ** 2 + 0.2 * x[:, 0] ** 3 + 18 * np.sin(x[:, 0]) + 2 * rng.standard_normal(200)
for name, make in MODELS.items():
    times = []
    for _ in range(60):
        start = time.perf_counter()
        run(make, x, y)
        times.append((time.perf_counter() - start) * 1e6)
    print(f"{name:12s} {statistics.median(times[10:]):10.1f}")
