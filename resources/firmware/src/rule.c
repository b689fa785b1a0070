#include "rule.h"

#include "backend.h"
#include "config.h"
#include "network.h"

static float conductance_of(uint16_t level) {
  float n = (float)level, count = (float)config.level_count;
  float low = config.resistance_minimum, high = config.resistance_maximum;
  if (low == 0.0f) return count / (n * high);
  return 1.0f / (low + (n - 1.0f) / (count - 1.0f) * (high - low));
}

void rule_set_level(uint8_t edge, uint16_t level) {
  network.level[edge] = level;
  network.conductance[edge] = conductance_of(level);
  backend_edge(edge);
}

void rule_reset(uint8_t edge) {
  if (config.rule == RULE_DISCRETE) {
    rule_set_level(edge, config.level_start);
    return;
  }
  network.level[edge] = 0;
  network.conductance[edge] = config.conductance_start;
  backend_edge(edge);
}

float rule_rate(uint8_t examples) {
  float gain = 1.0f;
  if (config.compensate && config.schedule == SCHEDULE_BERNOULLI) gain = 1.0f / config.probability;
  return (config.alpha * gain) / (config.eta * (float)examples);
}

void rule_update(uint8_t edge, float contrast, float rate) {
  if (config.rule == RULE_DISCRETE) {
    /* A negative contrast says |dV_C| > |dV_F|: the resistance goes up. 0 goes down. */
    int32_t level = network.level[edge];
    level += contrast < 0.0f ? (int32_t)config.level_step : -(int32_t)config.level_step;
    if (level < 1) level = 1;
    if (level > config.level_count) level = config.level_count;
    rule_set_level(edge, (uint16_t)level);
    return;
  }
  float k = network.conductance[edge] + rate * contrast;
  if (k < config.conductance_minimum) k = config.conductance_minimum;
  if (k > config.conductance_maximum) k = config.conductance_maximum;
  network.conductance[edge] = k;
  backend_edge(edge);
}
