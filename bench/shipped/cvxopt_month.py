"""Reads an exported month (JSON) from stdin, solves it with CVXOPT's coneqp and prints the milliseconds that took."""

import json
import sys
import time

try:
    from cvxopt import matrix, solvers, spmatrix
except ImportError:
    sys.exit(3)

month = json.load(sys.stdin)
count = len(month["activities"])
markets = len(month["markets"])
# scale markets and activities so that the interior point sees numbers near one
level = [max(1e-3, abs(x), *(abs(b) for b in (l, u) if b is not None))
         for x, l, u in zip(month["referenceLevel"], month["lowerBound"], month["upperBound"])]
p = spmatrix([q * s * s for q, s in zip(month["slope"], level)], range(count), range(count))
cost = matrix([c * s for c, s in zip(month["linearCost"], level)])
entries = month["entries"]
a = spmatrix([c * level[x] for c, x in zip(entries["coefficient"], entries["activity"])],
             entries["market"], entries["activity"], (markets, count))
rows, columns, values, bounds = [], [], [], []
for x, (l, u) in enumerate(zip(month["lowerBound"], month["upperBound"])):
    for sign, bound in ((-1.0, l), (1.0, u)):
        if bound is not None:
            rows.append(len(bounds))
            columns.append(x)
            values.append(sign)
            bounds.append(sign * bound / level[x])
g = spmatrix(values, rows, columns, (len(bounds), count))
h = matrix(bounds)
b = matrix(0.0, (markets, 1))
scale = max(abs(v) for v in cost)
solvers.options.update(show_progress=False)
start = time.perf_counter()
solution = solvers.coneqp(p / scale, cost / scale, g, h, A=a, b=b, kktsolver="ldl2" if "--ldl" in sys.argv else "chol2")
elapsed = (time.perf_counter() - start) * 1000
print(solution["status"], file=sys.stderr)
print(f"{elapsed:.1f}")
