/* The symbolic analysis of a network with roles: made once, used for every factorisation. */
#ifndef PLAN_H
#define PLAN_H

#include <stdbool.h>
#include <stdint.h>

#define SLOT_BOUNDARY 0xffffu
#define SLOT_HELD 0xfffeu

/*
 * Positions: free nodes 0..free-1 in elimination order with the targets last, then the sources,
 * then the grounds. With the targets last, one factorisation serves free and clamped state.
 */
struct plan {
  uint8_t free;  /* nodes that are not held; 0: there is no plan */
  uint8_t inner; /* free nodes that are no targets */
  float *value;  /* free diagonal entries, then the entries of the columns */
  float *x;      /* N voltages by position, free state */
  float *d;      /* N voltages by position, clamped minus free state */
  uint16_t *column; /* column j has the entries column[j]..column[j+1]-1 */
  uint16_t *slot;   /* E entries of edges between free nodes; SLOT_BOUNDARY, SLOT_HELD */
  uint8_t *position; /* N positions by node */
  uint8_t *row;      /* position of each entry, ascending in a column */
};

extern struct plan plan;

/* Takes memory behind the network's; false without room, and then nothing is taken. */
bool plan_make(void);
void plan_clear(void);

#endif
