#include "schedule.h"

#include <string.h>

#include "config.h"
#include "network.h"
#include "random.h"

void schedule_select(uint32_t step, uint8_t *mask) {
  memset(mask, 0, MASK_BYTES);
  random_open(config.seed, STREAM_SCHEDULE);
  random_seek(step);
  for (uint8_t e = 0; e < network.edges; e++) {
    if (network.state[e] != EDGE_LEARNS) continue;
    uint32_t limit = LIMIT_ALWAYS;
    if (config.schedule == SCHEDULE_BERNOULLI) limit = config.limit;
    if (config.schedule == SCHEDULE_RATE) limit = network.limit[e];
    if (limit == LIMIT_ALWAYS || random_word(e) < limit) mask[e >> 3] |= (uint8_t)(1 << (e & 7));
  }
}
