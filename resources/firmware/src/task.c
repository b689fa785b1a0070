#include "task.h"

#include <string.h>

#include "arena.h"
#include "backend.h"
#include "network.h"
#include "plan.h"

struct task task;
/* Where the plan and the task begin in the arena. */
static uint16_t mark;

void task_clear(void) {
  if (plan.free > 0 || task.train > 0) arena_release(mark);
  memset(&task, 0, sizeof task);
  plan_clear();
}

bool task_make(uint8_t train, uint8_t test, uint8_t classes) {
  task_clear();
  mark = arena_mark();
  if (!plan_make()) return false;
  uint8_t sources = network.sources.count, targets = network.targets.count;
  uint16_t all = (uint16_t)train + test;
  task.train = train;
  task.test = test;
  task.classes = classes;
  task.input = arena_take(all * sources, 4);
  task.target = arena_take((classes > 0 ? classes : all) * targets, 4);
  if (classes > 0) {
    task.label = arena_take(all, 1);
    task.mean = arena_take((uint16_t)classes * sources, 4);
  }
  task.order = arena_take(train, 1);
  bool room = task.input && task.target && task.order;
  if (classes > 0) room = room && task.label && task.mean;
  if (!room) task_clear();
  return room;
}

const float *task_input(uint8_t example) {
  return task.input + (uint16_t)example * network.sources.count;
}

const float *task_target(uint8_t example) {
  uint8_t row = task.classes > 0 ? task.label[example] : example;
  return task.target + (uint16_t)row * network.targets.count;
}

bool task_average(void) {
  uint8_t sources = network.sources.count;
  for (uint8_t c = 0; c < task.classes; c++) {
    float *mean = task.mean + c * sources;
    uint8_t members = 0;
    for (uint8_t s = 0; s < sources; s++) mean[s] = 0.0f;
    for (uint8_t m = 0; m < task.train; m++) {
      if (task.label[m] != c) continue;
      members++;
      for (uint8_t s = 0; s < sources; s++) mean[s] += task_input(m)[s];
    }
    if (members == 0) return false;
    for (uint8_t s = 0; s < sources; s++) mean[s] /= (float)members;
  }
  return true;
}

void task_refresh(void) {
  uint8_t targets = network.targets.count;
  for (uint8_t c = 0; c < task.classes; c++) {
    backend_free(task.mean + c * network.sources.count);
    for (uint8_t o = 0; o < targets; o++) task.target[c * targets + o] = plan.x[plan.inner + o];
  }
}

uint8_t task_nearest(const float *outputs) {
  uint8_t targets = network.targets.count, best = 0;
  float least = 0.0f;
  for (uint8_t c = 0; c < task.classes; c++) {
    float distance = 0.0f;
    for (uint8_t o = 0; o < targets; o++) {
      float miss = task.target[c * targets + o] - outputs[o];
      distance += miss * miss;
    }
    if (c > 0 && !(distance < least)) continue;
    best = c;
    least = distance;
  }
  return best;
}
