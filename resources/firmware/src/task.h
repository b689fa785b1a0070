/* Examples: input voltages, and desired voltages or classes. */
#ifndef TASK_H
#define TASK_H

#include <stdbool.h>
#include <stdint.h>

struct task {
  uint8_t train, test; /* examples; train 0: there is no task */
  uint8_t classes;     /* 0: targets are given */
  float *input;        /* (train + test) x S, V */
  float *target;       /* (train + test) x O, V; of classes C x O */
  uint8_t *label;      /* class of each example */
  float *mean;         /* C x S mean input of each class, V */
  uint8_t *order;      /* train numbers of examples: the batch of a step is a stretch of it */
};

extern struct task task;

void task_clear(void);
/* Takes memory behind the plan's, which is made first; false without room, and then no task. */
bool task_make(uint8_t train, uint8_t test, uint8_t classes);
const float *task_input(uint8_t example);
const float *task_target(uint8_t example);
/* Mean inputs of the classes; false if a class has no training example. */
bool task_average(void);
/* Targets of the classes = free response to their mean inputs; after backend_begin. */
void task_refresh(void);
/* Class whose target is nearest to the target voltages. */
uint8_t task_nearest(const float *outputs);

#endif
