/* Decimal numbers to and from float32, the same way on every board: see docs/protocol.md. */
#ifndef NUMBER_H
#define NUMBER_H

#include <stdbool.h>
#include <stdint.h>

/* digits x 10^exponent; up to 18 digits. */
struct decimal {
  uint64_t digits;
  int16_t exponent;
  bool negative;
};

/* Reads as much as is a number; returns how many characters, 0 for none. */
uint8_t decimal_read(const uint8_t *text, uint8_t length, struct decimal *number);
float decimal_to_float(const struct decimal *number);
/* False unless it is a whole number of 0..2^32-1. */
bool decimal_to_u32(const struct decimal *number, uint32_t *value);
/* Billionths, cut off; false unless it lies in 0..1. */
bool decimal_to_billionths(const struct decimal *number, uint32_t *value);
/* Seven significant digits: 1.234567E-03. `text` takes 16 characters and is ended by 0. */
void float_to_text(float value, char *text);

#endif
