/* Which edges update on which step; a function of seed and step alone. */
#ifndef SCHEDULE_H
#define SCHEDULE_H

#include <stdint.h>

/* Sets the bits of the edges that update: bit e % 8 of byte e / 8; MASK_BYTES bytes. */
void schedule_select(uint32_t step, uint8_t *mask);

#endif
