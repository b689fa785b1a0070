"""SciPy's SuperLU: numeric factorisation and three solves, nothing else; its fastest ordering here."""
import sys

import numpy as np
import scipy.sparse as sparse
from scipy.sparse.linalg import splu

from serve import read_network, serve

net = read_network(sys.argv[1])
a, b, k = np.array(net.a), np.array(net.b), np.array(net.k)
held = np.array(net.source + net.ground)
held_volt = np.array(net.source_volt + [0.0] * len(net.ground))
free = np.setdiff1d(np.arange(net.nodes), held)
laplacian = sparse.coo_matrix(
    (np.concatenate([k, k, -k, -k]), (np.concatenate([a, b, a, b]), np.concatenate([a, b, b, a])))
).tocsc()
matrix = laplacian[free][:, free].tocsc()
right = np.asarray(-(laplacian[free][:, held] @ held_volt)).ravel()
place = {node: i for i, node in enumerate(free)}
output = np.array([place[o] for o in net.output])
target = np.array(net.target_volt)
units = []
for o in output:
    unit = np.zeros(len(free))
    unit[o] = 1
    units.append(unit)


def step():
    factor = splu(
        matrix, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options={"SymmetricMode": True}
    )
    volt = factor.solve(right)
    for unit in units:
        factor.solve(unit)
    miss = target - volt[output]
    return miss @ miss


serve(step)
