/* Arrays that come and go in pieces: <first>,<block> in, [<first>,<count>] out. */
#ifndef ARRAYS_H
#define ARRAYS_H

#include <stdint.h>

#include "errors.h"

struct piece {
  uint16_t first, count;
  const uint8_t *bytes; /* of a block */
};

/* <first>,<block> of elements of `size` bytes, within 0..total-1. */
error_number array_take(char kind, uint8_t size, uint16_t total, struct piece *piece);
/* Optional <first>,<count>; otherwise all. */
error_number array_range(uint16_t total, struct piece *piece);
/* Answers a piece of an array that lies in memory as it is on the line. */
error_number array_reply(char kind, uint8_t size, uint16_t total, const void *array);
/* Element i of a block, little-endian. */
uint32_t piece_number(const struct piece *piece, uint16_t i, uint8_t size);
float piece_float(const struct piece *piece, uint16_t i);

#endif
