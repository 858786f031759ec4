"""Makes reference.json: what scikit-learn and scipy give for Gaussian processes, kernel ridge, splines and neighbours.

Run with Debian's python3-sklearn: /usr/bin/python3 make_reference.py > reference.json
"""

import json
import sys
import warnings

import numpy as np
from scipy.interpolate import CubicSpline, make_smoothing_spline
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, Matern, WhiteKernel
from sklearn.kernel_ridge import KernelRidge
from sklearn.neighbors import KNeighborsRegressor

warnings.filterwarnings("ignore")
KERNELS = {"RBF": RBF, "MATERN_3_2": lambda l, b="fixed": Matern(l, b, nu=1.5), "MATERN_5_2": lambda l, b="fixed": Matern(l, b, nu=2.5)}


def process(x, y, grid, name, length, signal, noise):
    kernel = ConstantKernel(signal**2) * KERNELS[name](length) + WhiteKernel(noise**2)
    model = GaussianProcessRegressor(kernel, alpha=0, optimizer=None).fit(x[:, None], y - y.mean())
    mean, sd = model.predict(grid[:, None], return_std=True)
    value, gradient = model.log_marginal_likelihood(model.kernel_.theta, eval_gradient=True)
    return dict(kernel=name, length=length, signal=signal, noise=noise, mean=(mean + y.mean()).tolist(),
                sd=sd.tolist(), likelihood=value)


def optimum(x, y, name):
    bounds = (1e-3, 1e3)
    kernel = ConstantKernel(100, (1e-3, 1e5)) * KERNELS[name](1.0, bounds) + WhiteKernel(10, (1e-5, 1e4))
    model = GaussianProcessRegressor(kernel, alpha=0, n_restarts_optimizer=5, random_state=1).fit(x[:, None], y - y.mean())
    return dict(kernel=name, likelihood=model.log_marginal_likelihood_value_,
                length=float(model.kernel_.k1.k2.length_scale))


def ridge(x, y, grid, name, length, alpha):
    kernel = KERNELS[name](length)
    model = KernelRidge(alpha=alpha, kernel="precomputed").fit(kernel(x[:, None]), y - y.mean())
    return dict(kernel=name, length=length, alpha=alpha,
                mean=(model.predict(kernel(grid[:, None], x[:, None])) + y.mean()).tolist())


def natural(x, y, grid, df):
    knots = np.quantile(x, np.linspace(0, 1, df))
    columns = lambda at: np.column_stack([
        natural_value(CubicSpline(knots, row, bc_type="natural"), knots, at) for row in np.eye(df)])
    design = columns(x)
    values, rss, *_ = np.linalg.lstsq(design, y, rcond=None)
    s2 = float(rss[0]) / (len(x) - df)
    at = columns(grid)
    se = np.sqrt(s2 * np.einsum("ij,jk,ik->i", at, np.linalg.inv(design.T @ design), at))
    return dict(df=df, mean=(at @ values).tolist(), se=se.tolist(), s2=s2)


def natural_value(spline, knots, at):
    inside = np.clip(at, knots[0], knots[-1])
    return spline(inside) + spline(inside, 1) * (at - inside)


def smoothing(x, y, grid, lam):
    order = np.argsort(x)
    spline = make_smoothing_spline(x[order], y[order], lam=lam)
    inside = np.clip(grid, x.min(), x.max())
    return dict(lam=lam, mean=(spline(inside) + spline(inside, 1) * (grid - inside)).tolist())


def neighbours(x, y, grid, k, weights):
    model = KNeighborsRegressor(k, weights=weights).fit(x[:, None], y)
    return dict(k=k, weights=weights, mean=model.predict(grid[:, None]).tolist())


def case(seed, n, low, high):
    rng = np.random.default_rng(seed)
    x = rng.uniform(low, high, n)
    y = 2 * x - 0.6 * x**2 + 0.2 * x**3 + 18 * np.sin(x) + 4 * rng.standard_normal(n)
    grid = np.linspace(low - 1, high + 1, 61)
    return dict(
        x=x.tolist(), y=y.tolist(), grid=grid.tolist(),
        process=[process(x, y, grid, name, length, signal, noise) for name in KERNELS
                 for length, signal, noise in ((1.5, 15.0, 4.0), (0.3, 10.0, 0.5), (8.0, 30.0, 2.0))],
        optimum=[optimum(x, y, name) for name in KERNELS],
        ridge=[ridge(x, y, grid, name, 1.2, alpha) for name in KERNELS for alpha in (0.01, 1.0)],
        natural=[natural(x, y, grid, df) for df in (2, 4, 9)],
        smoothing=[smoothing(x, y, grid, lam) for lam in (0.01, 1.0, 100.0, None)],
        neighbours=[neighbours(x, y, grid, k, weights) for k in (1, 5, 12) for weights in ("uniform", "distance")],
    )


json.dump([case(1, 40, -5, 5), case(2, 150, 0, 5)], sys.stdout)
