/* How edges change: levels by the sign of the contrast, or conductances by its size. */
#ifndef RULE_H
#define RULE_H

#include <stdint.h>

/* Level or conductance that a run starts with. */
void rule_reset(uint8_t edge);
void rule_set_level(uint8_t edge, uint16_t level);
/* Factor on the contrasts of a step of the ideal rule. */
float rule_rate(uint8_t examples);
/* contrast: sum over the examples of (dV_F)^2 - (dV_C)^2, V^2. */
void rule_update(uint8_t edge, float contrast, float rate);

#endif
