/* The run: started, aborted, counted; and what a start of the board does. */
#ifndef BOARD_H
#define BOARD_H

#include <stdbool.h>
#include <stdint.h>

#include "errors.h"

struct board {
  bool learning;
  bool output;
  uint32_t left; /* steps; COUNT_INFINITE: no end */
};

extern struct board board;

void board_start(void);
/* One turn: what came in, and one step. */
void board_turn(void);

/* *RST */
void board_reset(void);
/* Starts the run anew: RUN:RESet. */
void board_anew(void);
error_number board_initiate(void);
void board_abort(void);
void board_output(bool on);

#endif
