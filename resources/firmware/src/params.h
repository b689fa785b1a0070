/* Parameters of the command that is being executed. Every function returns an error or 0. */
#ifndef PARAMS_H
#define PARAMS_H

#include <stdbool.h>
#include <stdint.h>

#include "errors.h"
#include "flash.h"
#include "network.h"

/* The rest of the message, from behind a header. */
void params_open(const uint8_t *at, const uint8_t *end);
const uint8_t *params_place(void);
/* No parameter is left in this command. */
error_number params_end(void);
bool params_more(void);
/* Goes back to the first parameter: it may be of two types. */
void params_again(void);

error_number param_u32(uint32_t *value, uint32_t low, uint32_t high);
error_number param_float(float *value, float low, float high);
/* 0 < p <= 1: floor(p 2^32), or LIMIT_ALWAYS for 1. */
error_number param_probability(uint32_t *limit, float *value);
/* As first parameter only. */
error_number param_bool(uint8_t *value);
/* words: "SYNChronous|BERNoulli"; gives the number of the word. */
error_number param_word(flash_text words, uint8_t *number);
/* A channel list as bytes, in its order; `places` at most. */
error_number param_list(uint8_t *items, uint8_t *count, uint8_t places, uint8_t limit);
/* Payload of a block with the right kind, version and CRC. */
error_number param_block(char kind, const uint8_t **payload, uint8_t *count);
error_number param_string(const uint8_t **text, uint8_t *count);

/* Leaves the function with the error of a call. */
#define TRY(call) \
  do { \
    error_number number_ = (call); \
    if (number_ != 0) return number_; \
  } while (0)

#endif
