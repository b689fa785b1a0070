/* SCPI's words: "PROBability" is PROB or PROBABILITY, in any case. */
#ifndef MNEMONIC_H
#define MNEMONIC_H

#include <stdbool.h>
#include <stdint.h>

#include "flash.h"

bool mnemonic_is_letter(uint8_t c);
uint8_t mnemonic_upper(uint8_t c);
/* Which of the words "SYNChronous|BERNoulli" it is, or -1. */
int8_t mnemonic_choose(flash_text words, const uint8_t *text, uint8_t length);
/* Whether a header without '?' is that of a pattern "SYSTem:ERRor[:NEXT]". */
bool mnemonic_is_header(flash_text pattern, const uint8_t *text, uint8_t length);

#endif
