"""A board of docs/protocol.md as a PyMeasure instrument (0.9 or newer), and its blocks."""

import re
import struct
import time
import zlib

import pyvisa
from pymeasure.adapters import VISAAdapter
from pymeasure.instruments import Instrument

IDENTIFY_S = 3  # opening the port resets an Arduino, and the first query is lost


def open_board(port):
    """The board on a serial port, for instance /dev/ttyACM0; it has answered and has no errors."""
    board = Board(VISAAdapter("ASRL%s::INSTR" % port, visa_library="@py", timeout=300))
    board.line.baud_rate = 115200
    end = time.monotonic() + IDENTIFY_S
    answered = False
    while True:  # until it has answered, and then until it is silent: late answers may follow
        try:
            if not answered:
                board.write("TEL:STAT OFF;*IDN?")
            answered = board.line.read_raw().startswith(b"Desynclab,") or answered
        except pyvisa.errors.VisaIOError:
            if answered:
                break
            if time.monotonic() > end:
                raise
    board.line.timeout = 20000
    board.clear()
    return board


def block(kind, payload):
    """Bytes of a block parameter: kind, version 1, payload, CRC-32."""
    data = kind.encode() + b"\x01" + payload
    return data + struct.pack("<I", zlib.crc32(data))


def unblock(kind, data):
    """Payload of a block that was answered. ValueError if it is not what was asked for."""
    body, check = data[:-4], struct.unpack("<I", data[-4:])[0]
    if zlib.crc32(body) != check:
        raise ValueError("CRC-32 of the block is wrong: %r" % data)
    if body[:2] != kind.encode() + b"\x01":
        raise ValueError("not a block %s of version 1: %r" % (kind, data))
    return body[2:]


class Board(Instrument):
    """A board that learns by itself: set it up, start it, read it back."""

    eta = Instrument.control(
        "RULE:ETA?", "RULE:ETA %g", "Nudge: V_C = (1 - eta) V_F + eta V_D.", check_set_errors=True
    )
    probability = Instrument.control(
        "SCH:PROB?", "SCH:PROB %.9f", "Share of edges that update on a step.", check_set_errors=True
    )
    step = Instrument.measurement("RUN:STEP?", "Steps done.", cast=int)
    error = Instrument.measurement("CALC:ERR? TRA", "Mean squared error, V^2.")

    def __init__(self, adapter, name="Desynclab board", **kwargs):
        super().__init__(adapter, name, **kwargs)
        self.line = self.adapter.connection
        self.line.read_termination = self.line.write_termination = "\n"

    def check_errors(self):
        """Empties the error queue; returns its (number, text), the oldest first."""
        errors = []
        while True:
            reply = self.ask("SYST:ERR?").strip()
            found = re.fullmatch(r'(-?\d+),"(.*)"', reply)
            if found is None:
                raise ValueError("not an answer to SYST:ERR?: %r" % reply)
            if found[1] == "0":
                return errors
            errors.append((int(found[1]), found[2]))

    def send_block(self, command, kind, payload):
        """A command that ends in a block, for instance 'TASK:INP:DATA 0,'."""
        self.line.write_binary_values(command, block(kind, payload), datatype="B")

    def ask_block(self, query, kind):
        """Payload of the block that a query answers, its CRC checked."""
        return unblock(kind, self.line.query_binary_values(query, datatype="B", container=bytes))
