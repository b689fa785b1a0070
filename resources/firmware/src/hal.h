/*
 * The hardware layer: the line, the clock, the settings memory, the watchdog. hal_avr.c is the
 * microcontroller's, hal_host.c that of a PC.
 */
#ifndef HAL_H
#define HAL_H

#include <stdbool.h>
#include <stdint.h>

#include "flash.h"

enum line_fault { FAULT_PARITY = 1, FAULT_FRAMING = 2, FAULT_OVERRUN = 4 };
enum start_cause { START_POWER, START_EXTERNAL, START_BROWNOUT, START_WATCHDOG };

void hal_start(void);
/* Moves bytes where no interrupt does. May rest a little if there is nothing to do. */
void hal_poll(bool idle);

/* Next byte received, or -1. */
int16_t hal_receive(void);
/* Sum of enum line_fault since the last call. */
uint8_t hal_faults(void);
/* Bytes lost on reception since the start. */
uint32_t hal_lost(void);

/* Free places of the transmit buffer. */
uint16_t hal_room(void);
/* Puts a byte into the transmit buffer, which has room. */
void hal_send(uint8_t byte);
void hal_set_baud(uint32_t baud);

uint32_t hal_micros(void);
uint32_t hal_millis(void);

void hal_settings_read(uint8_t *bytes, uint8_t count);
void hal_settings_write(const uint8_t *bytes, uint8_t count);

/* Says that the program is alive: without it for 8 s the microcontroller starts anew. */
void hal_watchdog(void);
enum start_cause hal_start_cause(void);
/* Bytes of stack never used; 0xffff where that is unknown. */
uint16_t hal_stack_spare(void);
/* What *IDN? adds to the name of the back-end. */
flash_text hal_name(void);

#endif
