/* The ATmega2560 at 16 MHz: USART 0 by interrupt, timer 1 as a clock, EEPROM, watchdog. */
#include <avr/eeprom.h>
#include <avr/interrupt.h>
#include <avr/io.h>
#include <avr/wdt.h>
#include <util/atomic.h>

#include "hal.h"
#include "ring.h"

#define PAINT 0xc5

static struct receive_ring received;
static struct transmit_ring waiting;
static volatile uint8_t faults;
static volatile uint32_t lost;
static volatile uint32_t milliseconds;
static uint32_t newest_us;
/* Behind the part of RAM that is cleared at the start. */
static uint8_t cause __attribute__((section(".noinit")));

extern uint8_t _end;
extern uint8_t __stack;

/* Runs before everything else: keeps the cause of the start, stops the watchdog that may still run,
   and paints the stack, so that its deepest point can be seen. */
void start_early(void) __attribute__((naked, used, section(".init3")));
void start_early(void) {
  cause = MCUSR;
  MCUSR = 0;
  wdt_disable();
  for (uint8_t *at = &_end; at < (uint8_t *)SP; at++) *at = PAINT;
}

ISR(USART0_RX_vect) {
  uint8_t state = UCSR0A;
  uint8_t byte = UDR0;
  if (state & _BV(UPE0)) faults |= FAULT_PARITY;
  if (state & _BV(FE0)) {
    faults |= FAULT_FRAMING;
    return;
  }
  if ((state & _BV(DOR0)) || !receive_put(&received, byte)) {
    faults |= FAULT_OVERRUN;
    lost++;
  }
}

ISR(USART0_UDRE_vect) {
  uint16_t tail = waiting.tail;
  if (tail == waiting.head) {
    UCSR0B &= (uint8_t)~_BV(UDRIE0);
    return;
  }
  UDR0 = waiting.bytes[tail];
  waiting.tail = transmit_after(tail);
}

ISR(TIMER1_COMPA_vect) { milliseconds++; }

void hal_set_baud(uint32_t baud) {
  /* What is on its way goes out at the former rate. */
  while (hal_room() < TRANSMIT_BYTES) wdt_reset();
  for (uint16_t i = 0; i < 4000; i++) wdt_reset();
  UBRR0 = (uint16_t)((F_CPU / 4 / baud - 1) / 2);
}

void hal_start(void) {
  UCSR0A = _BV(U2X0);
  UCSR0C = _BV(UCSZ01) | _BV(UCSZ00);
  UBRR0 = 16; /* 117,647 baud: 2.1 % from 115,200, as every Arduino */
  UCSR0B = _BV(RXEN0) | _BV(TXEN0) | _BV(RXCIE0);
  TCCR1A = 0;
  TCCR1B = _BV(WGM12) | _BV(CS11); /* counts half microseconds */
  OCR1A = 1999;
  TIMSK1 = _BV(OCIE1A);
  wdt_enable(WDTO_8S);
  sei();
}

void hal_poll(bool idle) { (void)idle; }
int16_t hal_receive(void) { return receive_take(&received); }

uint8_t hal_faults(void) {
  uint8_t found;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    found = faults;
    faults = 0;
  }
  return found;
}

uint32_t hal_lost(void) {
  uint32_t count;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) count = lost;
  return count;
}

uint16_t hal_room(void) {
  uint16_t tail;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) tail = waiting.tail;
  uint16_t head = waiting.head;
  uint16_t used = head >= tail ? head - tail : head + TRANSMIT_BYTES + 1 - tail;
  return TRANSMIT_BYTES - used;
}

void hal_send(uint8_t byte) {
  uint16_t head = waiting.head;
  waiting.bytes[head] = byte;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    waiting.head = transmit_after(head);
    UCSR0B |= _BV(UDRIE0);
  }
}

uint32_t hal_millis(void) {
  uint32_t now;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) now = milliseconds;
  return now;
}

uint32_t hal_micros(void) {
  uint32_t now;
  uint16_t ticks;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    now = milliseconds;
    ticks = TCNT1;
    /* The count began anew, and its interrupt is still to come. */
    if ((TIFR1 & _BV(OCF1A)) && ticks < 1000) now++;
  }
  now = now * 1000 + ticks / 2;
  /* An emulator may count on while its interrupt is late: time must not go back. */
  if ((int32_t)(now - newest_us) < 0) now = newest_us;
  newest_us = now;
  return now;
}

void hal_settings_read(uint8_t *bytes, uint8_t count) {
  eeprom_read_block(bytes, (const void *)0, count);
}
void hal_settings_write(const uint8_t *bytes, uint8_t count) {
  eeprom_update_block(bytes, (void *)0, count);
}

void hal_watchdog(void) { wdt_reset(); }

enum start_cause hal_start_cause(void) {
  if (cause & _BV(WDRF)) return START_WATCHDOG;
  if (cause & _BV(BORF)) return START_BROWNOUT;
  if (cause & _BV(EXTRF)) return START_EXTERNAL;
  return START_POWER;
}

uint16_t hal_stack_spare(void) {
  const uint8_t *at = &_end;
  while (at < &__stack && *at == PAINT) at++;
  return (uint16_t)(at - &_end);
}

flash_text hal_name(void) { return TEXT(""); }
