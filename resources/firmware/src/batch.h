/* Which examples a step sees: task.order[batch.from .. batch.from + batch.count - 1]. */
#ifndef BATCH_H
#define BATCH_H

#include <stdbool.h>
#include <stdint.h>

struct batch {
  uint32_t epoch; /* epochs completed */
  uint16_t seen;  /* examples seen of this one */
  uint8_t from, count;
};

extern struct batch batch;

void batch_reset(void);
/* Goes to the batch of a step. Returns whether it begins an epoch. */
bool batch_next(uint32_t step);

#endif
