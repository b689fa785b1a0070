#!/usr/bin/env python3
"""Trains a board on allostery with PyVISA alone, and reads its levels back.

    python3 examples/pyvisa_allostery.py PORT [STEPS]

PORT is a serial port, for instance /dev/ttyACM0 or what `desynclab virtual-board --pty` prints.
Debian: python3-pyvisa, python3-pyvisa-py. The protocol: docs/protocol.md.
"""

import json
import struct
import sys
import time
import zlib

import pyvisa

EDGES = "AB AC AG AH AI BC CD CF CG DE DF EF FG GH GI HI".split()
IDENTIFY_S = 3  # opening the port resets an Arduino, and the first query is lost


def open_board(port):
    board = pyvisa.ResourceManager("@py").open_resource("ASRL%s::INSTR" % port)
    board.baud_rate = 115200
    board.read_termination = board.write_termination = "\n"
    board.timeout = 300
    end = time.monotonic() + IDENTIFY_S
    answered = False
    while True:  # until it has answered, and then until it is silent: late answers may follow
        try:
            if not answered:
                board.write("TEL:STAT OFF;*IDN?")
            answered = board.read_raw().startswith(b"Desynclab,") or answered
        except pyvisa.errors.VisaIOError:
            if answered:
                break
            if time.monotonic() > end:
                raise
    board.timeout = 20000
    board.write("*CLS")
    return board


def check(board):
    """Every command is followed by this: the next one is sent only when it is done."""
    error = board.query("SYST:ERR?")
    if error != '0,"No error"':
        raise RuntimeError(error)


def send(board, command):
    board.write(command)
    check(board)


def send_block(board, command, kind, payload):
    data = kind + b"\x01" + payload
    data += struct.pack("<I", zlib.crc32(data))
    board.write_binary_values(command, data, datatype="B")
    check(board)


def ask_block(board, query, kind):
    data = board.query_binary_values(query, datatype="B", container=bytes)
    if zlib.crc32(data[:-4]) != struct.unpack("<I", data[-4:])[0]:
        raise ValueError("CRC-32 of the block is wrong: %r" % data)
    if data[:2] != kind + b"\x01":
        raise ValueError("not a block %r of version 1: %r" % (kind, data))
    return data[2:-4]


def set_up(board):
    """The laboratory network: 5 V on A, 0 V on D; 2 V on C and 3.5 V on G are wanted."""
    send(board, "*RST")
    ends = bytes(ord(node) - ord("A") for edge in EDGES for node in edge)
    send_block(board, "NETW:DEF 9,", b"N", ends)
    send(board, "ROUT:SOUR (@0);GRO (@3);TARG (@2,6)")
    send(board, "TASK:DEF TARG,1,0")
    send_block(board, "TASK:INP:DATA 0,", b"F", struct.pack("<f", 5))
    send_block(board, "TASK:TARG:DATA 0,", b"F", struct.pack("<2f", 2, 3.5))
    send(board, "RULE DISC;:RULE:ETA 0.5;:SCH BERN;:SCH:PROB 0.25;:SEED 7;:RUN:RES")


def main(port, steps=600):
    board = open_board(port)
    identity = board.query("*IDN?")
    set_up(board)
    before = float(board.query("CALC:ERR? TRA"))
    send(board, "TRIG:COUN %d" % steps)
    board.write("INIT;*OPC?")
    board.read()  # comes when the run ends
    check(board)
    levels = struct.unpack("<16H", ask_block(board, "EDGE:LEV:DATA?", b"W"))
    after = float(board.query("CALC:ERR? TRA"))
    board.close()
    print(json.dumps({"identity": identity, "before": before, "after": after, "levels": levels}))


if __name__ == "__main__":
    main(sys.argv[1], *(int(steps) for steps in sys.argv[2:3]))
