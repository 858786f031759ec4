"""Makes reference.json: what scikit-learn gives for small regressions, solved to a tight tolerance.

Run with Debian's python3-sklearn: /usr/bin/python3 make_reference.py > reference.json
"""

import json
import sys
import warnings

import numpy as np
from sklearn.linear_model import (ElasticNet, ElasticNetCV, Lasso, LassoCV, LinearRegression, Ridge, RidgeCV)
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

warnings.filterwarnings("ignore")
TIGHT = dict(tol=1e-12, max_iter=2_000_000)


def models(folds):
    return {
        "ols": LinearRegression(),
        "ridge cv": RidgeCV(alphas=(0.001, 0.01, 0.1, 1), cv=folds),
        "ridge 0.5": Ridge(0.5),
        "lasso cv": LassoCV(eps=0.01, n_alphas=20, cv=folds, **TIGHT),
        "lasso 0.3": Lasso(0.3, **TIGHT),
        "elastic-net cv 0.5": ElasticNetCV(l1_ratio=0.5, eps=0.01, n_alphas=20, cv=folds, **TIGHT),
        "elastic-net 0.05 0.7": ElasticNet(0.05, l1_ratio=0.7, **TIGHT),
    }


def case(seed, n, low, high, degree, folds):
    rng = np.random.default_rng(seed)
    x = np.round(rng.uniform(low, high, n), 4)
    y = np.round(2 * x - 0.6 * x**2 + 0.2 * x**3 + 18 * np.sin(x) + 2 * rng.standard_normal(n), 4)
    grid = np.linspace(low, high, 41)
    fits = {}
    for name, model in models(folds).items():
        pipeline = make_pipeline(PolynomialFeatures(degree, include_bias=False), StandardScaler(), model)
        pipeline.fit(x[:, None], y)
        alpha = getattr(model, "alpha_", getattr(model, "alpha", None))
        fits[name] = {
            "alpha": None if name == "ols" else float(alpha),
            "curve": pipeline.predict(grid[:, None]).tolist(),
            "r2": pipeline.score(x[:, None], y),
            "mse": model.mse_path_.mean(axis=1).tolist() if hasattr(model, "mse_path_") else None,
        }
    return dict(x=x.tolist(), y=y.tolist(), grid=grid.tolist(), degree=degree, folds=folds, fits=fits)


json.dump(
    [case(1, 40, -5, 5, 3, 5), case(2, 60, 0, 5, 6, 4), case(3, 50, -5, 0.5, 4, 10), case(4, 140, -5, 5, 10, 5)],
    sys.stdout,
)
