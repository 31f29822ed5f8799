"""Prints orbits.json: reference orbits by SciPy's DOP853 at 1e-13 (SciPy 1.x): python3 make-orbits.py > orbits.json"""
import json

import numpy as np
from scipy.integrate import solve_ivp

fields = {
    "lotka-volterra": lambda t, x: [2 / 3 - 4 / 3 * np.exp(x[1]), np.exp(x[0]) - 1],
    "pendulum": lambda t, x: [x[1], -np.sin(x[0])],
}
initial = {"lotka-volterra": [np.log(0.1), np.log(0.3)], "pendulum": [2.5, 0.5]}
rows = {"lotka-volterra": [0, 1, 2500, 5000, 9999], "pendulum": [0, 1, 125, 250, 499]}
step = {"lotka-volterra": 0.002, "pendulum": 0.02}

golden = {}
for name, field in fields.items():
    times = np.array(rows[name]) * step[name]
    solution = solve_ivp(field, (0, times[-1]), initial[name], "DOP853", times, rtol=1e-13, atol=1e-13)
    golden[name] = {"rows": rows[name], "states": solution.y.T.tolist()}
print(json.dumps(golden, indent=2))
