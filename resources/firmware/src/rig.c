/*
 * The rig back-end: two networks of parts, free and clamped, whose edges share one potentiometer
 * chip each. After Dillavou et al. (2022) in its idea; parts, circuit and timing are ours, and
 * nobody has built it yet.
 */
#include "backend.h"
#include "config.h"
#include "network.h"
#include "plan.h"
#include "rig_parts.h"

#define WIPERS 256

flash_text backend_name(void) { return TEXT("rig"); }
void backend_start(void) { rig_parts_start(); }
void backend_drive(bool on) { rig_switch(on); }
void backend_begin(void) {}

/* Level n of `count`: the wiper nearest to n / count of the whole resistor. */
static uint16_t wiper_of(uint16_t level) {
  uint16_t count = config.level_count;
  uint16_t wiper = (uint16_t)(((uint32_t)level * WIPERS + count / 2) / count);
  return wiper < 1 ? 1 : wiper;
}

void backend_edge(uint8_t edge) {
  rig_wiper(edge, wiper_of(network.level[edge]));
  rig_connect(edge, network.state[edge] != EDGE_CUT);
}

static void drive_sources(const float *inputs) {
  for (uint8_t s = 0; s < network.sources.count; s++) rig_drive(s, inputs[s]);
  rig_settle();
}

static float read_target(uint8_t o) {
  return rig_read(network.targets.node[o], false);
}

void backend_free(const float *inputs) {
  drive_sources(inputs);
  for (uint8_t o = 0; o < network.targets.count; o++) plan.x[plan.inner + o] = read_target(o);
}

float backend_states(const float *inputs, const float *targets, float eta) {
  float error = 0.0f;
  drive_sources(inputs);
  for (uint8_t o = 0; o < network.targets.count; o++) {
    float found = read_target(o);
    float miss = targets[o] - found;
    error += miss * miss;
    rig_drive(RIG_TARGETS + o, found + eta * miss);
  }
  rig_settle();
  for (uint8_t i = 0; i < network.nodes; i++) {
    float free = rig_read(i, false);
    plan.x[plan.position[i]] = free;
    plan.d[plan.position[i]] = rig_read(i, true) - free;
  }
  return error;
}
