"""A foreign client as a test: ends with a traceback unless the board is what the protocol says."""

import struct
import sys

import pymeasure_allostery as example
from desynclab_board import open_board

WRONG = {"NONSENSE": -113, "SCH:PROB 2": -222, "SEED": -109}


def three_errors_come_in_order(board):
    for command in WRONG:
        board.write(command)
    numbers = [number for number, _ in board.check_errors()]
    assert numbers == list(WRONG.values()), numbers
    assert board.check_errors() == []


def a_property_that_is_refused_says_so(board):
    board.write("SCH:PROB 0.125")
    assert board.probability == 0.125
    board.write("SCH:PROB 1.5")
    assert [number for number, _ in board.check_errors()] == [-222]
    assert board.probability == 0.125


def a_block_comes_back_as_it_was_sent(board):
    example.do(board, "*RST")
    example.do(board, "NETW:DEF 3,", "N", bytes([0, 1, 1, 2]))
    levels = struct.pack("<2H", 10, 0x35)  # the first has the byte of LF in it
    example.do(board, "EDGE:LEV:DATA 0,", "W", levels)
    answer = board.ask_block("EDGE:LEV:DATA?", "W")
    assert answer == levels, answer


if __name__ == "__main__":
    board = open_board(sys.argv[1])
    three_errors_come_in_order(board)
    a_property_that_is_refused_says_so(board)
    a_block_comes_back_as_it_was_sent(board)
    board.line.close()
    print("passed")
