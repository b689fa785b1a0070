#!/usr/bin/env python3
"""Trains a board on allostery by way of the PyMeasure instrument in desynclab_board.py.

    python3 examples/pymeasure_allostery.py PORT [STEPS]

Debian: python3-pymeasure, python3-pyvisa-py.
"""

import json
import struct
import sys

from desynclab_board import Board, open_board

EDGES = "AB AC AG AH AI BC CD CF CG DE DF EF FG GH GI HI".split()


class Refused(Exception):
    """The board did not do what it was told."""


def do(board, command, kind=None, payload=b""):
    """A command, with a block or without, and what the board has to say about it."""
    if kind is None:
        board.write(command)
    else:
        board.send_block(command, kind, payload)
    errors = board.check_errors()
    if errors:
        raise Refused("%s: %s" % (command, errors))


def main(port, steps=600):
    board = open_board(port)
    do(board, "*RST")
    ends = bytes(ord(node) - ord("A") for edge in EDGES for node in edge)
    do(board, "NETW:DEF 9,", "N", ends)
    do(board, "ROUT:SOUR (@0);GRO (@3);TARG (@2,6)")
    do(board, "TASK:DEF TARG,1,0")
    do(board, "TASK:INP:DATA 0,", "F", struct.pack("<f", 5))
    do(board, "TASK:TARG:DATA 0,", "F", struct.pack("<2f", 2, 3.5))
    do(board, "SEED 7;:RUN:RES")
    board.eta = 0.5
    board.probability = 0.25
    before = board.error
    do(board, "TRIG:COUN %d" % steps)
    board.ask("INIT;*OPC?")  # the answer comes when the run ends
    levels = struct.unpack("<16H", board.ask_block("EDGE:LEV:DATA?", "W"))
    facts = {"identity": board.id.strip(), "before": before, "after": board.error, "levels": levels}
    print(json.dumps({**facts, "steps": board.step}))
    board.adapter.connection.close()


if __name__ == "__main__":
    main(sys.argv[1], *(int(steps) for steps in sys.argv[2:3]))
