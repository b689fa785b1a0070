/* Frames: every k-th step, and never waiting for the line. */
#ifndef TELEMETRY_H
#define TELEMETRY_H

#include <stdbool.h>
#include <stdint.h>

/* A run begins: sequence 0. */
void telemetry_begin(void);
/* After a step: sends a frame if one is due and has room. last: the run ends with it. */
void telemetry_step(bool last);
/* The frame of the last step as a reply. */
void telemetry_fetch(void);
/* Bytes on the line of a frame, with the block's head and the line's end. */
uint16_t telemetry_line_bytes(void);
uint16_t telemetry_dropped_count(void);

#endif
