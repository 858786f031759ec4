"""scikit-learn's times for the fits of ClassificationTable: 200 rows, 30 % test, C = 1; median of repeated runs.

Run with Debian's python3-sklearn: /usr/bin/python3 engine/src/bench/python/compare_logistic.py
Prints one line per task: name, median microseconds. Single-threaded, as the engine's table. "fit" is the pipeline's fit alone,
"scores" the whole way from rows: split, fit, accuracy, log-loss, area under the ROC curve and confusion of both parts. Each penalty
with its fastest solver and the default tolerance.
"""

import os
import statistics
import time
import warnings

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix, log_loss, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures

warnings.filterwarnings("ignore")
MODELS = {
    "none": lambda: LogisticRegression(penalty=None),
    "l2": lambda: LogisticRegression(),
    "l1": lambda: LogisticRegression(penalty="l1", solver="liblinear"),
    "elastic-net": lambda: LogisticRegression(penalty="elasticnet", l1_ratio=0.5, solver="saga"),
}


def pipeline(make, degree):
    return make_pipeline(PolynomialFeatures(degree, include_bias=False), make())


def scores(make, degree, x, y):
    train_x, test_x, train_y, test_y = train_test_split(x, y, test_size=0.3, random_state=1)
    model = pipeline(make, degree).fit(train_x, train_y)
    for part_x, part_y in ((train_x, train_y), (test_x, test_y)):
        probability = model.predict_proba(part_x)[:, 1]
        predicted = probability > 0.5
        log_loss(part_y, probability), roc_auc_score(part_y, probability), confusion_matrix(part_y, predicted)


def median(run):
    times = []
    begin = time.perf_counter()
    while len(times) < 15 or time.perf_counter() - begin < 0.5:
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1e6)
    return statistics.median(times[5:])


rng = np.random.default_rng(1)
x = rng.uniform(-5, 5, (200, 2))
y = (1.5 * x[:, 0] - 2 * x[:, 1] + 2 * rng.standard_normal(200) > 0).astype(int)
half = slice(0, 140)
for degree in (1, 2, 3):
    for name, make in MODELS.items():
        print(f"{name}-{degree}-fit {median(lambda: pipeline(make, degree).fit(x[half], y[half])):.1f}")
        print(f"{name}-{degree}-scores {median(lambda: scores(make, degree, x, y)):.1f}")
