/* Coupled learning, step by step, and errors over all examples. */
#ifndef LEARNER_H
#define LEARNER_H

#include <stdbool.h>
#include <stdint.h>

#include "limits.h"

struct learner {
  uint32_t step;
  uint8_t example; /* newest of the last step */
  float loss;      /* error of the last step's batch before its update, V^2 */
  uint8_t mask[MASK_BYTES];
};

extern struct learner learner;

/* Step 0 and epoch 0; levels and conductances stay. */
void learner_begin(void);
/* Step 0, with the levels or conductances of the rule's start. */
void learner_reset(void);
void learner_step(void);

struct evaluation {
  float error;    /* mean over examples and targets of (V_D - V_F)^2, V^2 */
  uint8_t right;  /* answers that were right, with classes */
};

/*
 * Over the examples from..from+count-1, under the present conductances; feeds nothing back.
 * outputs: takes the O voltages of each example, or NULL; confusion: C x C counts, or NULL.
 */
struct evaluation learner_evaluate(uint8_t from, uint8_t count, void (*outputs)(const float *),
                                   uint16_t *confusion);

#endif
