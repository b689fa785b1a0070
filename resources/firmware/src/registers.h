/* Registers of the microcontroller, or of the mock that takes their place in tests. */
#ifndef REGISTERS_H
#define REGISTERS_H

#ifdef __AVR__
#include <avr/io.h>
#include <util/delay.h>
#else
#include "parts.h"
#endif

#endif
