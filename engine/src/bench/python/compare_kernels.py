"""scikit-learn's and scipy's times and curves for the models of KernelTable, on rows that it writes to standard input.

First line: the grid; each further line: x and y of one row. Prints one line per model: name, median microseconds of fit and
prediction on the grid (band included where there is one), log marginal likelihood or nan, then the curve. Single-threaded.
"""

import os
import statistics
import sys
import time
import warnings

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np
from scipy.interpolate import make_smoothing_spline
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, Matern, WhiteKernel
from sklearn.kernel_ridge import KernelRidge
from sklearn.neighbors import KNeighborsRegressor

warnings.filterwarnings("ignore")
grid = np.array(sys.stdin.readline().split(), float)[:, None]
x, y = np.loadtxt(sys.stdin, unpack=True)
order = np.argsort(x)
x, y = x[order], y[order]
column, centred, mean = x[:, None], y - y.mean(), y.mean()


def process(part, optimizer):
    kernel = ConstantKernel(225.0, (1e-2, 1e6)) * part + WhiteKernel(16.0, (1e-4, 1e4))
    model = GaussianProcessRegressor(kernel, alpha=0, optimizer=optimizer).fit(column, centred)
    curve, _ = model.predict(grid, return_std=True)
    return curve + mean, model.log_marginal_likelihood_value_


def ridge():
    return KernelRidge(alpha=0.1, kernel="rbf", gamma=0.5 / 1.5**2).fit(column, centred).predict(grid) + mean, np.nan


MODELS = {
    "process-rbf-fixed": (10, lambda: process(RBF(1.5), None)),
    "process-rbf": (1, lambda: process(RBF(1.5, (0.2, 100)), "fmin_l_bfgs_b")),
    "process-matern-fixed": (10, lambda: process(Matern(1.5, nu=2.5), None)),
    "process-matern": (1, lambda: process(Matern(1.5, (0.2, 100), nu=2.5), "fmin_l_bfgs_b")),
    "kernel-ridge": (20, ridge),
    "smoothing-spline": (20, lambda: (make_smoothing_spline(x, y)(grid[:, 0]), np.nan)),
    "k-nearest": (50, lambda: (KNeighborsRegressor(5).fit(column, y).predict(grid), np.nan)),
}
for name, (repeats, run) in MODELS.items():
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        curve, likelihood = run()
        times.append((time.perf_counter() - start) * 1e6)
    print(name, statistics.median(times), likelihood, *curve)
