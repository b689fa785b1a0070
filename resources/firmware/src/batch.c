#include "batch.h"

#include <string.h>

#include "config.h"
#include "random.h"
#include "task.h"

struct batch batch;

void batch_reset(void) { memset(&batch, 0, sizeof batch); }

static void order_epoch(void) {
  uint32_t index = 0;
  uint8_t total = task.train;
  for (uint8_t i = 0; i < total; i++) task.order[i] = i;
  if (total == 1 || config.batch_size >= total) return;
  random_open(config.seed, STREAM_BATCH);
  random_seek(batch.epoch);
  for (uint8_t i = 0; i + 1 < total; i++) {
    uint8_t j = i + random_below(total - i, &index);
    uint8_t kept = task.order[i];
    task.order[i] = task.order[j];
    task.order[j] = kept;
  }
}

static void draw_with_replacement(uint32_t step) {
  uint32_t index = 0;
  random_open(config.seed, STREAM_BATCH);
  random_seek(step);
  for (uint8_t i = 0; i < config.batch_size; i++) task.order[i] = random_below(task.train, &index);
  batch.from = 0;
  batch.count = (uint8_t)config.batch_size;
}

bool batch_next(uint32_t step) {
  bool begins = batch.seen == 0;
  if (config.draw == DRAW_REPLACEMENT) {
    draw_with_replacement(step);
  } else {
    if (begins) order_epoch();
    uint16_t left = task.train - batch.seen;
    batch.from = (uint8_t)batch.seen;
    batch.count = (uint8_t)(config.batch_size < left ? config.batch_size : left);
  }
  batch.seen += batch.count;
  if (batch.seen >= task.train) {
    batch.seen = 0;
    batch.epoch++;
  }
  return begins;
}
