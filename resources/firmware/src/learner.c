#include "learner.h"

#include <string.h>

#include "backend.h"
#include "batch.h"
#include "config.h"
#include "hal.h"
#include "network.h"
#include "plan.h"
#include "rule.h"
#include "schedule.h"
#include "task.h"

struct learner learner;

void learner_begin(void) {
  memset(&learner, 0, sizeof learner);
  batch_reset();
}

void learner_reset(void) {
  learner_begin();
  for (uint8_t e = 0; e < network.edges; e++) rule_reset(e);
}

static bool updates(uint8_t edge) { return learner.mask[edge >> 3] >> (edge & 7) & 1; }

static float contrast_of(uint8_t edge) {
  uint8_t a = plan.position[network.a[edge]], b = plan.position[network.b[edge]];
  float drop = plan.d[a] - plan.d[b];
  return -drop * (2.0f * (plan.x[a] - plan.x[b]) + drop);
}

void learner_step(void) {
  float *contrast = network.scratch;
  learner.step++;
  schedule_select(learner.step, learner.mask);
  bool begins = batch_next(learner.step);
  backend_begin();
  if (begins && task.classes > 0) task_refresh();
  for (uint8_t e = 0; e < network.edges; e++) contrast[e] = 0.0f;
  float error = 0.0f;
  for (uint8_t i = 0; i < batch.count; i++) {
    uint8_t m = task.order[batch.from + i];
    error += backend_states(task_input(m), task_target(m), config.eta);
    learner.example = m;
    for (uint8_t e = 0; e < network.edges; e++)
      if (updates(e)) contrast[e] += contrast_of(e);
    hal_watchdog();
  }
  learner.loss = error / (float)((uint16_t)batch.count * network.targets.count);
  float rate = config.rule == RULE_DISCRETE ? 0.0f : rule_rate(batch.count);
  for (uint8_t e = 0; e < network.edges; e++)
    if (updates(e)) rule_update(e, contrast[e], rate);
}

struct evaluation learner_evaluate(uint8_t from, uint8_t count, void (*outputs)(const float *),
                                   uint16_t *confusion) {
  struct evaluation result = {0.0f, 0};
  float *kept = network.scratch; /* the voltages of the last step: they are still to be fetched */
  for (uint8_t i = 0; i < network.nodes; i++) kept[i] = plan.x[i];
  backend_begin();
  if (task.classes > 0 && learner.step == 0) task_refresh();
  for (uint8_t i = 0; i < count; i++) {
    uint8_t m = from + i;
    backend_free(task_input(m));
    const float *found = plan.x + plan.inner, *target = task_target(m);
    for (uint8_t o = 0; o < network.targets.count; o++) {
      float miss = target[o] - found[o];
      result.error += miss * miss;
    }
    if (outputs != NULL) outputs(found);
    if (task.classes > 0) {
      uint8_t answer = task_nearest(found);
      if (answer == task.label[m]) result.right++;
      if (confusion != NULL) confusion[task.label[m] * task.classes + answer]++;
    }
    hal_watchdog();
  }
  if (count > 0) result.error /= (float)((uint16_t)count * network.targets.count);
  for (uint8_t i = 0; i < network.nodes; i++) plan.x[i] = kept[i];
  return result;
}
