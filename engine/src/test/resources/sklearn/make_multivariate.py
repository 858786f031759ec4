"""Makes multivariate.json: what scikit-learn gives for small tables of several features, solved to a tight tolerance.

Run with Debian's python3-sklearn: /usr/bin/python3 make_multivariate.py > multivariate.json
"""

import json
import sys
import warnings

import numpy as np
from sklearn.linear_model import (ElasticNet, ElasticNetCV, Lasso, LassoCV, LinearRegression, Ridge, RidgeCV)
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
TIGHT = dict(tol=1e-13, max_iter=2_000_000)


class MinimumNorm(LinearRegression):
    """LinearRegression cuts singular values at the last bit only, and so keeps weights of 1e11 that cancel."""

    def fit(self, x, y):
        self.coef_ = np.linalg.lstsq(x - x.mean(axis=0), y - y.mean(), rcond=1e-10)[0]
        self.intercept_ = y.mean() - x.mean(axis=0) @ self.coef_
        return self


def models(folds, dependent):
    return {
        "ols": MinimumNorm() if dependent else LinearRegression(),
        "ridge cv": RidgeCV(alphas=(0.001, 0.01, 0.1, 1), cv=folds),
        "ridge 0.5": Ridge(0.5),
        "lasso cv": LassoCV(eps=0.01, n_alphas=20, cv=folds, **TIGHT),
        "lasso 0.3": Lasso(0.3, **TIGHT),
        "elastic-net cv 0.5": ElasticNetCV(l1_ratio=0.5, eps=0.01, n_alphas=20, cv=folds, **TIGHT),
        "elastic-net 0.05 0.7": ElasticNet(0.05, l1_ratio=0.7, **TIGHT),
    }


def case(title, seed, n, p, correlation, folds, without=(), dependent=False, constant=False):
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((n + 10, p))
    for j in range(1, p):
        x[:, j] = correlation * x[:, j - 1] + np.sqrt(1 - correlation**2) * x[:, j]
    y = 20 + x[:, : min(p, 4)] @ np.array([10, -5, 3, -2])[: min(p, 4)] + 3 * rng.standard_normal(n + 10)
    x = np.round(x * 10.0 ** rng.integers(-3, 4, p) + 10.0 ** rng.integers(-2, 4, p), 5)
    y = np.round(y, 4)
    if dependent:
        x[:, -1] = 2 * x[:, 0] + x[:, 1]
    if constant:
        x[:, -1] = 0.1
    fits = {}
    for name, model in models(folds, dependent).items():
        if name in without:
            continue
        pipeline = make_pipeline(StandardScaler(), model).fit(x[:n], y[:n])
        alpha = getattr(model, "alpha_", getattr(model, "alpha", None))
        fits[name] = {
            "alpha": None if name == "ols" else float(alpha),
            "standardized": model.coef_.tolist(),
            "predicted": pipeline.predict(x[n:]).tolist(),
            "r2": pipeline.score(x[:n], y[:n]),
            "testR2": pipeline.score(x[n:], y[n:]),
            "mse": model.mse_path_.mean(axis=1).tolist() if hasattr(model, "mse_path_") else None,
        }
    return dict(title=title, train=n, folds=folds, x=x.T.tolist(), y=y.tolist(), fits=fits)


json.dump(
    [
        case("tall", 1, 60, 6, 0.5, 5),
        case("collinear", 2, 80, 8, 0.98, 4),
        case("wide", 3, 25, 40, 0.5, 5, without=("ols",)),
        case("dependent", 4, 50, 5, 0.3, 5, dependent=True),
        case("constant", 5, 40, 4, 0.3, 5, constant=True),
        case("one feature", 6, 30, 1, 0, 5),
    ],
    sys.stdout,
)
