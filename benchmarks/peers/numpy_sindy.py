#!/usr/bin/env python3
"""A numpy peer for timing a SINDy fit: Lorenz, all monomials to degree 5, sequentially thresholded least squares.

Second-order differences, the library column by column, one Gram matrix, ridge 0.05 and threshold 0.1 on the
normal equations of unit columns, a last fit without ridge. Prints one JSON line:
{"rows", "threads", "numpy", "median_ms", "min_ms", "terms", "coefficient_error"}; the error is the largest of the
plain least squares with all 56 terms on exact derivatives.

  python3 numpy_sindy.py --rows 100000 --reps 5 --threads 1
"""
import argparse, json, os, statistics, time
from itertools import combinations_with_replacement

parser = argparse.ArgumentParser()
parser.add_argument("--rows", type=int, default=100_000)
parser.add_argument("--reps", type=int, default=5)
parser.add_argument("--threads", type=int, default=1)
options = parser.parse_args()
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = str(options.threads)
import numpy as np

STEP = 1e-3
TERMS = [c for degree in range(6) for c in combinations_with_replacement(range(3), degree)]


def field(x, y, z):
    return 10 * (y - x), x * (28 - z) - y, x * y - 8 / 3 * z


def lorenz(rows):
    """Classical Runge-Kutta steps from (-8, 8, 27), the same bits as in benchmarks/sindy/lorenz-rows.ts."""
    path = np.empty((rows, 3))
    x, y, z = -8.0, 8.0, 27.0
    for row in range(rows):
        path[row] = x, y, z
        a = field(x, y, z)
        b = field(x + STEP / 2 * a[0], y + STEP / 2 * a[1], z + STEP / 2 * a[2])
        c = field(x + STEP / 2 * b[0], y + STEP / 2 * b[1], z + STEP / 2 * b[2])
        d = field(x + STEP * c[0], y + STEP * c[1], z + STEP * c[2])
        x += STEP / 6 * (a[0] + 2 * b[0] + 2 * c[0] + d[0])
        y += STEP / 6 * (a[1] + 2 * b[1] + 2 * c[1] + d[1])
        z += STEP / 6 * (a[2] + 2 * b[2] + 2 * c[2] + d[2])
    return path


def differences(x):
    v = np.empty_like(x)
    v[1:-1] = (x[2:] - x[:-2]) / (2 * STEP)
    v[0] = (-3 * x[0] + 4 * x[1] - x[2]) / (2 * STEP)
    v[-1] = (3 * x[-1] - 4 * x[-2] + x[-3]) / (2 * STEP)
    return v


def library(x):
    theta = np.empty((len(x), len(TERMS)))
    place = {}
    for column, term in enumerate(TERMS):
        if not term:
            theta[:, column] = 1
        elif len(term) == 1:
            theta[:, column] = x[:, term[0]]
        else:
            np.multiply(theta[:, place[term[:-1]]], x[:, term[-1]], out=theta[:, column])
        place[term] = column
    return theta


def normal_equations(theta, v):
    size = np.linalg.norm(theta, axis=0)
    return size, (theta.T @ theta) / np.outer(size, size), (theta.T @ v) / size[:, None]


def fit(x, threshold=0.1, ridge=0.05, iterations=20):
    size, gram, right = normal_equations(library(x), differences(x))
    keep = np.ones(right.T.shape, bool)
    found = np.zeros(right.T.shape)
    for _ in range(iterations):
        before = keep.copy()
        for target, columns in enumerate(keep):
            q = np.flatnonzero(columns)
            found[target] = 0
            if len(q):
                matrix = gram[np.ix_(q, q)] + np.diag(ridge / size[q] ** 2)
                found[target, q] = np.linalg.solve(matrix, right[q, target]) / size[q]
            found[target, np.abs(found[target]) < threshold] = 0
        keep = found != 0
        if (keep == before).all():
            break
    for target, columns in enumerate(keep):
        q = np.flatnonzero(columns)
        if len(q):
            found[target, q] = np.linalg.solve(gram[np.ix_(q, q)], right[q, target]) / size[q]
    return found


def coefficient_error(x):
    exact = np.stack(field(x[:, 0], x[:, 1], x[:, 2]), axis=1)
    size, gram, right = normal_equations(library(x), exact)
    truth = np.zeros((len(TERMS), 3))
    for term, target, value in [((0,), 0, -10), ((1,), 0, 10), ((0,), 1, 28), ((1,), 1, -1),
                                ((0, 2), 1, -1), ((2,), 2, -8 / 3), ((0, 1), 2, 1)]:
        truth[TERMS.index(term), target] = value
    return float(np.abs(np.linalg.solve(gram, right) / size[:, None] - truth).max())


x = lorenz(options.rows)
times = []
for _ in range(options.reps):
    start = time.perf_counter()
    result = fit(x)
    times.append(1000 * (time.perf_counter() - start))
print(json.dumps(dict(rows=options.rows, threads=options.threads, numpy=np.__version__,
                      median_ms=statistics.median(times), min_ms=min(times),
                      terms=int(np.count_nonzero(result)), coefficient_error=coefficient_error(x))))
