/* RULE, SCHedule, BATCh, SEED: what is more than a plain setting. */
#include "arrays.h"
#include "batch.h"
#include "command.h"
#include "config.h"
#include "network.h"
#include "params.h"
#include "reply.h"
#include "task.h"

HANDLER(rule_level_count) {
  (void)self;
  uint32_t count;
  TRY(param_u32(&count, 2, MAX_LEVELS));
  TRY(params_end());
  config.level_count = (uint16_t)count;
  config.level_start = (uint16_t)(count / 2);
  return 0;
}

HANDLER(rule_level_start) {
  (void)self;
  uint32_t level;
  TRY(param_u32(&level, 1, config.level_count));
  TRY(params_end());
  config.level_start = (uint16_t)level;
  return 0;
}

HANDLER(schedule_probability) {
  (void)self;
  uint32_t limit;
  float probability;
  TRY(param_probability(&limit, &probability));
  TRY(params_end());
  config.limit = limit;
  config.probability = probability;
  return 0;
}

HANDLER(schedule_rate) {
  (void)self;
  struct piece piece;
  TRY(array_take('L', 4, network.edges, &piece));
  for (uint16_t i = 0; i < piece.count; i++)
    network.limit[piece.first + i] = piece_number(&piece, i, 4);
  return 0;
}

HANDLER(schedule_rate_get) {
  (void)self;
  return array_reply('L', 4, network.edges, network.limit);
}

HANDLER(batch_size) {
  (void)self;
  uint32_t size;
  TRY(param_u32(&size, 1, task.train > 0 ? task.train : MAX_EXAMPLES));
  TRY(params_end());
  config.batch_size = (uint16_t)size;
  return 0;
}

HANDLER(batch_draw) {
  TRY(set_word(self));
  batch.seen = 0;
  return 0;
}

HANDLER(seed_set) {
  (void)self;
  uint32_t seed;
  TRY(param_u32(&seed, 0, 0xfffffffful));
  TRY(params_end());
  config.seed = seed;
  return 0;
}

HANDLER(seed_get) {
  (void)self;
  TRY(params_end());
  reply_u32(config.seed);
  return 0;
}
