"""The straightforward NumPy program: gradient flow of the phases, Heun with dt = 0.1, sines of all
differences. `dense`: a matrix of couplings; `edges`: a list of bonds. Counted in hundredths of a
free and a nudged state of T = 100 each."""
import sys

import numpy as np

from serve import serve_counts

path, mode = sys.argv[1:3]
lines = open(path).read().split("\n")
spins, bonds, output, beta = lines[0].split()
spins, output, beta = int(spins), int(output), float(beta)
a, b = (np.array(line.split(), dtype=int) for line in lines[1:3])
coupling, held, held_phase, bias = (np.array(line.split(), dtype=float) for line in lines[3:7])
free = held == 0
hx, hy = bias[0::2], bias[1::2]
generator = np.random.default_rng(1)
if mode == "dense":
    w = np.zeros((spins, spins))
    w[a, b] = w[b, a] = coupling


def slope(phase, nudge):
    field = (hy + nudge) * np.cos(phase) - hx * np.sin(phase)
    if mode == "dense":
        pull = np.sum(w * np.sin(phase[:, None] - phase[None, :]), axis=1)
    else:
        torque = coupling * np.sin(phase[a] - phase[b])
        pull = np.bincount(a, torque, spins) - np.bincount(b, torque, spins)
    return (field - pull) * free


def flow(phase, nudge, time, dt=0.1):
    for _ in range(round(time / dt)):
        first = slope(phase, nudge)
        second = slope(phase + dt * first, nudge)
        phase = phase + 0.5 * dt * (first + second)
    return phase


def pair(count):
    phase = np.where(free, generator.uniform(-np.pi, np.pi, spins), held_phase)
    phase = flow(phase, 0.0, float(count))
    residual = np.abs(slope(phase, 0.0)).max()
    nudge = np.zeros(spins)
    nudge[output] = beta
    flow(phase, nudge, float(count))
    return residual


serve_counts(pair)
