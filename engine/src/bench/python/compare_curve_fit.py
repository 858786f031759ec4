"""scipy's curve_fit beside the engine: its time for a Gaussian curve, and its correct digits of NIST's nonlinear problems.

Run with Debian's python3-scipy: /usr/bin/python3 engine/src/bench/python/compare_curve_fit.py FOLDER_OF_PROBLEMS
Prints "gaussian MICROSECONDS", then "NAME START DIGITS" for each problem and start, with curve_fit's defaults.
"""

import json
import os
import pathlib
import re
import statistics
import sys
import time
import warnings

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np
from scipy.optimize import curve_fit

warnings.filterwarnings("ignore")


def gaussian(x, a, mu, sigma):
    return a * np.exp(-((x - mu) ** 2) / (2 * sigma**2))


def time_gaussian():
    rng = np.random.default_rng(1)
    x = np.linspace(-2, 2, 25)
    times = []
    for i in range(500):
        y = gaussian(x, 2, 0.3 + 0.005 * (i % 64), 0.7) + 0.2 * rng.standard_normal(25)
        start = time.perf_counter()
        curve_fit(gaussian, x, y, p0=(1, 1, 1))
        times.append((time.perf_counter() - start) * 1e6)
    print("gaussian", statistics.median(times[50:]))


def digits_of(problem, start):
    names = [name for name in problem["data"] if name != "y"]
    count = len(problem["certified"])
    scope = {name: getattr(np, name) for name in ("exp", "log", "cos", "sin", "arctan", "pi")}
    arguments = ",".join(["columns"] + [f"b{k + 1}" for k in range(count)])
    body = problem["model"].replace("^", "**")
    for column, name in enumerate(names):
        body = re.sub(rf"\b{name}\b", f"columns[{column}]", body)
    model = eval(f"lambda {arguments}: {body}", scope)
    y = np.array(problem["data"]["y"])
    y = np.log(y) if problem["response"] == "log(y)" else y
    try:
        found, _ = curve_fit(model, np.array([problem["data"][name] for name in names]), y, p0=problem[start])
    except (RuntimeError, ValueError):
        return 0.0
    certified = np.array(problem["certified"])
    error = np.max(np.abs(found - certified) / np.abs(certified))
    return max(0.0, min(11.0, -np.log10(error))) if np.isfinite(error) else 0.0


time_gaussian()
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.json")):
    problem = json.loads(path.read_text())
    if "model" in problem:
        for start in ("start1", "start2"):
            print(problem["name"], start, digits_of(problem, start))
