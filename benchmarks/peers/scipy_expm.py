"""A loop of scipy.linalg.expm over the matrices of a .bin file: prints seconds and a check sum.

python scipy_expm.py FILE N COUNT
"""
import sys
import time

import numpy
import scipy
from scipy.linalg import expm

path, n, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
matrices = numpy.fromfile(path).reshape(-1, n, n)[:count]
for matrix in matrices[:200]:
    expm(matrix)
# The shortest of five parts stands for all, as the shortest of five runs does for ours.
parts, sums = [], []
for part in numpy.array_split(matrices, 5):
    started = time.perf_counter()
    results = [expm(matrix) for matrix in part]
    parts.append((time.perf_counter() - started) / len(part))
    sums.append(numpy.sum(results))
print(min(parts) * count, repr(float(sum(sums))), scipy.__version__, numpy.__version__)
