/* What a run is a function of, besides network, roles and task. Defaults: config_reset. */
#ifndef CONFIG_H
#define CONFIG_H

#include <stdint.h>

enum rule { RULE_DISCRETE, RULE_IDEAL };
enum schedule { SCHEDULE_SYNCHRONOUS, SCHEDULE_BERNOULLI, SCHEDULE_RATE };
enum draw { DRAW_EPOCH, DRAW_REPLACEMENT };

/* A limit that every word counts as being below. */
#define LIMIT_ALWAYS 0xfffffffful
#define COUNT_INFINITE 0xfffffffful

struct config {
  uint8_t rule;
  float eta;
  float alpha;
  uint16_t level_count, level_step, level_start;
  float resistance_maximum, resistance_minimum; /* ohm; minimum 0: R_n = n R_max / count */
  float conductance_minimum, conductance_maximum, conductance_start;

  uint8_t schedule;
  uint32_t limit; /* floor(p 2^32) */
  float probability;
  uint8_t compensate;

  uint16_t batch_size;
  uint8_t draw;
  uint32_t seed;

  uint32_t count;      /* steps of the next INITiate */
  float voltage_range; /* full scale of the voltages in frames, V */
  uint8_t telemetry;
};

extern struct config config;
void config_reset(void);

#endif
