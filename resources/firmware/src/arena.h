/* Memory for network, factor and task: a stack of arrays, given back from the top. */
#ifndef ARENA_H
#define ARENA_H

#include <stdint.h>

/* `count` elements of `size` bytes, rounded up to 4 bytes, all 0; NULL if there is no room. */
void *arena_take(uint16_t count, uint8_t size);
uint16_t arena_mark(void);
/* Gives back all that was taken since the mark. */
void arena_release(uint16_t mark);
uint16_t arena_free(void);

#endif
