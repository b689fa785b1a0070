/*
 * The parts of the rig, one function each: digital potentiometers MCP4251, converters MCP4922, two
 * 16-way multiplexers before the ADC, one switch for all drives. Pins: README.md.
 */
#ifndef RIG_PARTS_H
#define RIG_PARTS_H

#include <stdbool.h>
#include <stdint.h>

/* Full scale of drive and reading. */
#define RIG_VOLTS 5.0f
/* Outputs of the converters: sources from 0, targets of the clamped network from RIG_TARGETS. */
#define RIG_TARGETS 4
#define RIG_OUTPUTS 8

void rig_parts_start(void);
/* Wiper 1..256 of both resistors of an edge: R = wiper / 256 x 100 kOhm. */
void rig_wiper(uint8_t edge, uint16_t wiper);
/* Connects or disconnects both resistors of an edge. */
void rig_connect(uint8_t edge, bool on);
void rig_drive(uint8_t output, float volts);
/* The switch between the converters and the network. */
void rig_switch(bool on);
/* Waits until the network and the reading have settled. */
void rig_settle(void);
float rig_read(uint8_t node, bool clamped);

#endif
