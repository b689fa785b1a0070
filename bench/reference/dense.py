"""The straightforward NumPy program: dense Laplacian, free and clamped state each by np.linalg.solve."""
import sys

import numpy as np

from serve import read_network, serve

net = read_network(sys.argv[1])
a, b, k = np.array(net.a), np.array(net.b), np.array(net.k)
held = np.array(net.source + net.ground)
held_volt = np.array(net.source_volt + [0.0] * len(net.ground))
output, target = np.array(net.output), np.array(net.target_volt)
everyone = np.arange(net.nodes)
free = np.setdiff1d(everyone, held)
clamped_held = np.concatenate([held, output])
clamped_free = np.setdiff1d(everyone, clamped_held)
generator = np.random.default_rng(1)


def state(laplacian, unknown, known, known_volt):
    volt = np.empty(net.nodes)
    volt[known] = known_volt
    volt[unknown] = np.linalg.solve(
        laplacian[np.ix_(unknown, unknown)], -laplacian[np.ix_(unknown, known)] @ known_volt
    )
    return volt


def step():
    global k
    laplacian = np.zeros((net.nodes, net.nodes))
    np.add.at(laplacian, (a, a), k)
    np.add.at(laplacian, (b, b), k)
    np.add.at(laplacian, (a, b), -k)
    np.add.at(laplacian, (b, a), -k)
    free_volt = state(laplacian, free, held, held_volt)
    miss = target - free_volt[output]
    nudged = free_volt[output] + net.eta * miss
    clamped_volt = state(laplacian, clamped_free, clamped_held, np.concatenate([held_volt, nudged]))
    contrast = (free_volt[a] - free_volt[b]) ** 2 - (clamped_volt[a] - clamped_volt[b]) ** 2
    mask = generator.random(net.edges) < net.p
    k = np.clip(k + mask * (net.alpha / net.eta) * contrast, net.k_min, net.k_max)
    return miss @ miss


serve(step)
