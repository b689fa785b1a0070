#include "solver.h"

#include <stdint.h>

#include "network.h"
#include "plan.h"

static void assemble(void) {
  float *diagonal = plan.value, *entry = plan.value + plan.free;
  uint16_t count = plan.free + plan.column[plan.free];
  for (uint16_t i = 0; i < count; i++) plan.value[i] = 0.0f;
  for (uint8_t e = 0; e < network.edges; e++) {
    uint16_t slot = plan.slot[e];
    if (slot >= SLOT_HELD) continue;
    float k = network_conductance(e);
    diagonal[plan.position[network.a[e]]] += k;
    diagonal[plan.position[network.b[e]]] += k;
    entry[slot] = -k;
  }
  for (uint8_t e = 0; e < network.edges; e++) {
    if (plan.slot[e] != SLOT_BOUNDARY) continue;
    uint8_t a = plan.position[network.a[e]], b = plan.position[network.b[e]];
    diagonal[a < b ? a : b] += network_conductance(e);
  }
}

void solver_factor(void) {
  float *diagonal = plan.value, *entry = plan.value + plan.free;
  const uint16_t *column = plan.column;
  const uint8_t *row = plan.row;
  assemble();
  for (uint8_t j = 0; j < plan.free; j++) {
    float inverse = 1.0f / diagonal[j];
    uint16_t end = column[j + 1];
    for (uint16_t q = column[j]; q < end; q++) {
      float value = entry[q];
      float l = value * inverse;
      uint8_t at = row[q];
      diagonal[at] -= l * value;
      uint16_t slot = column[at];
      for (uint16_t r = q + 1; r < end; r++) {
        while (row[slot] != row[r]) slot++;
        entry[slot] -= l * entry[r];
      }
      entry[q] = l;
    }
    diagonal[j] = inverse;
  }
}

static void forward(const float *inputs) {
  float *x = plan.x;
  const float *inverse = plan.value, *entry = plan.value + plan.free;
  uint8_t free = plan.free;
  for (uint8_t j = 0; j < network.nodes; j++) x[j] = 0.0f;
  for (uint8_t s = 0; s < network.sources.count; s++) x[free + s] = inputs[s];
  for (uint8_t e = 0; e < network.edges; e++) {
    if (plan.slot[e] != SLOT_BOUNDARY) continue;
    uint8_t a = plan.position[network.a[e]], b = plan.position[network.b[e]];
    uint8_t inner = a < b ? a : b, held = a < b ? b : a;
    x[inner] += network_conductance(e) * x[held];
  }
  for (uint8_t j = 0; j < free; j++) {
    float xj = x[j];
    for (uint16_t q = plan.column[j]; q < plan.column[j + 1]; q++)
      x[plan.row[q]] -= entry[q] * xj;
    x[j] = xj * inverse[j];
  }
}

static void back(uint8_t j) {
  const float *entry = plan.value + plan.free;
  float xj = plan.x[j];
  for (uint16_t q = plan.column[j + 1]; q-- > plan.column[j];)
    xj -= entry[q] * plan.x[plan.row[q]];
  plan.x[j] = xj;
}

void solver_free(const float *inputs) {
  forward(inputs);
  for (uint8_t j = plan.free; j-- > plan.inner;) back(j);
}

float solver_states(const float *inputs, const float *targets, float eta) {
  const float *entry = plan.value + plan.free;
  float error = 0.0f;
  forward(inputs);
  for (uint8_t j = plan.free; j < network.nodes; j++) plan.d[j] = 0.0f;
  for (uint8_t j = plan.free; j-- > plan.inner;) {
    back(j);
    float miss = targets[j - plan.inner] - plan.x[j];
    error += miss * miss;
    plan.d[j] = eta * miss;
  }
  for (uint8_t j = plan.inner; j-- > 0;) {
    float xj = plan.x[j];
    float dj = 0.0f;
    for (uint16_t q = plan.column[j + 1]; q-- > plan.column[j];) {
      float l = entry[q];
      uint8_t row = plan.row[q];
      xj -= l * plan.x[row];
      dj -= l * plan.d[row];
    }
    plan.x[j] = xj;
    plan.d[j] = dj;
  }
  return error;
}
