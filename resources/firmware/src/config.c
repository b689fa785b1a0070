#include "config.h"

struct config config;

void config_reset(void) {
  config.rule = RULE_DISCRETE;
  config.eta = 0.5f;
  config.alpha = 3.0f / 1000.0f;
  config.level_count = 128;
  config.level_step = 1;
  config.level_start = 64;
  config.resistance_maximum = 100000.0f;
  config.resistance_minimum = 0.0f;
  config.conductance_minimum = 1.0f / 1000000.0f;
  config.conductance_maximum = 1000000.0f;
  config.conductance_start = 1.0f;
  config.schedule = SCHEDULE_BERNOULLI;
  config.limit = 0x80000000ul;
  config.probability = 0.5f;
  config.compensate = 0;
  config.batch_size = 1;
  config.draw = DRAW_EPOCH;
  config.seed = 1;
  config.count = COUNT_INFINITE;
  config.voltage_range = 8.0f;
  config.telemetry = 0;
}
