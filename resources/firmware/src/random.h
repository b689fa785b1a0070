/* Counter-based random words: a word is a function of seed, stream, block and index. */
#ifndef RANDOM_H
#define RANDOM_H

#include <stdint.h>

enum stream { STREAM_SCHEDULE = 1, STREAM_BATCH = 2 };

void random_open(uint32_t seed, uint8_t stream);
/* Goes to a block of the opened stream, for instance a step or an epoch. */
void random_seek(uint32_t block);
uint32_t random_word(uint32_t index);
/* Words of the block one after the other as integers in 0..n-1; `index` counts them up by two. */
uint8_t random_below(uint8_t n, uint32_t *index);

#endif
