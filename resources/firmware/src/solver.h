/*
 * Free and clamped state in float32, in a fixed order of operations: see docs/protocol.md, "The
 * arithmetic". One factorisation serves all examples of a step.
 */
#ifndef SOLVER_H
#define SOLVER_H

/* Factors the reduced Laplacian of the present conductances. */
void solver_factor(void);
/* Free state of the S input voltages, as far as the targets: plan.x[plan.inner..]. */
void solver_free(const float *inputs);
/* Free and clamped state: plan.x and plan.d. Returns the sum over targets of (V_D - V_F)^2, V^2. */
float solver_states(const float *inputs, const float *targets, float eta);

#endif
