/*
 * What makes the free and clamped voltages: the bench computes them, the rig drives and reads parts.
 * Both leave them in plan.x and plan.d, by position.
 */
#ifndef BACKEND_H
#define BACKEND_H

#include <stdbool.h>
#include <stdint.h>

#include "flash.h"

flash_text backend_name(void); /* "bench" or "rig" */
void backend_start(void);
/* Drives the network, or releases every node. */
void backend_drive(bool on);
/* An edge has a new level, conductance or state. */
void backend_edge(uint8_t edge);
/* Before the states of a step or of an evaluation: the conductances have changed. */
void backend_begin(void);
/* As solver_free and solver_states. */
void backend_free(const float *inputs);
float backend_states(const float *inputs, const float *targets, float eta);

#endif
