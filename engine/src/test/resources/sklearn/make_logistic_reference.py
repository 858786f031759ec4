"""Makes logistic_reference.json: what scikit-learn gives for small classifications, solved to a tight tolerance.

Run with Debian's python3-sklearn: /usr/bin/python3 make_logistic_reference.py > logistic_reference.json
"""

import json
import sys
import warnings

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix, log_loss, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

warnings.filterwarnings("ignore")
NEWTON = dict(solver="newton-cholesky", tol=1e-13, max_iter=1000)
SAGA = dict(solver="saga", tol=1e-15, max_iter=200_000)


def models(c):
    return {
        "none": LogisticRegression(penalty=None, **NEWTON),
        "l2": LogisticRegression(penalty="l2", C=c, **NEWTON),
        "l1": LogisticRegression(penalty="l1", C=c, **SAGA),
        "elastic-net": LogisticRegression(penalty="elasticnet", C=c, l1_ratio=0.3, **SAGA),
    }


def case(seed, n, features, degree, c, standardize):
    rng = np.random.default_rng(seed)
    x = np.round(rng.uniform(-2, 2, (n, features)), 4)
    noise = 1.5 * rng.standard_normal(n)
    y = (1.5 * x[:, 0] - 2 * x[:, 1] + 0.8 * x[:, 0] * x[:, 1] + noise > 0).astype(int)
    fits = {}
    for name, model in models(c).items():
        scaler = StandardScaler()
        steps = [PolynomialFeatures(degree, include_bias=False)] + ([scaler] if standardize else []) + [model]
        pipeline = make_pipeline(*steps).fit(x, y)
        weights = model.coef_[0] / (scaler.scale_ if standardize else 1)
        intercept = model.intercept_[0] - (weights @ scaler.mean_ if standardize else 0)
        probability = pipeline.predict_proba(x)[:, 1]
        fits[name] = {
            "coefficients": [float(intercept)] + weights.tolist(),
            "accuracy": pipeline.score(x, y),
            "logLoss": log_loss(y, probability),
            "auc": roc_auc_score(y, probability),
            "confusion": confusion_matrix(y, pipeline.predict(x)).tolist(),
        }
    return dict(x=x.T.tolist(), y=y.tolist(), degree=degree, C=c, standardize=standardize, fits=fits)


json.dump(
    [
        case(1, 60, 2, 1, 1.0, False),
        case(2, 80, 2, 2, 0.1, False),
        case(3, 120, 2, 3, 0.05, True),
        case(4, 90, 3, 1, 0.1, True),
        case(5, 150, 2, 3, 1.0, False),
    ],
    sys.stdout,
)
