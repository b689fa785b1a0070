#!/usr/bin/env python3
"""Reads a bundle with pandas: what was run, how it learned, what became of its edges.

    python3 examples/bundle_pandas.py BUNDLE

BUNDLE is a folder that `desynclab run --report`, `desynclab report` or Export report wrote.
Debian: python3-pandas.
"""

import json
import sys
from pathlib import Path

import pandas as pd


def load(folder):
    """run.json as a dict, and the series and the edges of a bundle as data frames."""
    bundle = Path(folder)
    run = json.loads((bundle / "run.json").read_text(encoding="utf-8"))
    if run["format"] != "desynclab-run-1":
        raise ValueError("not a bundle that this example knows: %s" % run["format"])
    series = pd.read_csv(bundle / "series.csv", float_precision="round_trip")
    edges = pd.read_csv(bundle / "edges.csv", float_precision="round_trip")
    return run, series, edges


def column(table, start):
    """The one column whose name begins so: its unit, in brackets, is the network's."""
    (name,) = (name for name in table.columns if name.startswith(start))
    return table[name]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    run, series, edges = load(sys.argv[1])
    train = series[series["series"] == "train"]
    # Of a network in siemens or without a unit; of spins these are couplings.
    now, before = column(edges, "conductance ("), column(edges, "initial conductance (")
    moved = (now - before).abs()
    unit = train["unit"].iloc[0]
    print(
        json.dumps(
            {
                "steps": run["result"]["steps"],
                "hash": run["result"]["hash"],
                "edges": len(edges),
                "updates": int(edges["updates (1)"].sum()),
                "last error (%s)" % unit: float(train["mean (unit)"].iloc[-1]),
                "least error (%s)" % unit: float(train["min (unit)"].min()),
                "median change of conductance": float(moved.median()),
            }
        )
    )


if __name__ == "__main__":
    main()
