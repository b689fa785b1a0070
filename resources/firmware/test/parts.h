/*
 * The registers that the rig uses, and behind them its parts: two networks with MCP4251
 * potentiometers, MCP4922 converters, multiplexers and the ADC. Every access to a register lets the
 * parts take note of what was written before.
 */
#ifndef PARTS_H
#define PARTS_H

#include <stdbool.h>
#include <stdint.h>

enum part_register {
  R_PORTA, R_PORTB, R_PORTC, R_PORTE, R_PORTK, R_PORTL, R_DDRA, R_DDRB, R_DDRC, R_DDRE, R_DDRK,
  R_DDRL, R_SPCR, R_SPDR, R_SPSR, R_ADMUX, R_ADCSRA, R_COUNT
};

volatile uint8_t *parts_register(enum part_register which);
uint16_t parts_converted(void);

#define PORTA (*parts_register(R_PORTA))
#define PORTB (*parts_register(R_PORTB))
#define PORTC (*parts_register(R_PORTC))
#define PORTE (*parts_register(R_PORTE))
#define PORTK (*parts_register(R_PORTK))
#define PORTL (*parts_register(R_PORTL))
#define DDRA (*parts_register(R_DDRA))
#define DDRB (*parts_register(R_DDRB))
#define DDRC (*parts_register(R_DDRC))
#define DDRE (*parts_register(R_DDRE))
#define DDRK (*parts_register(R_DDRK))
#define DDRL (*parts_register(R_DDRL))
#define SPCR (*parts_register(R_SPCR))
#define SPDR (*parts_register(R_SPDR))
#define SPSR (*parts_register(R_SPSR))
#define ADMUX (*parts_register(R_ADMUX))
#define ADCSRA (*parts_register(R_ADCSRA))
#define ADC (parts_converted())

#define _BV(bit) (1 << (bit))
#define SPE 6
#define MSTR 4
#define SPR0 0
#define SPIF 7
#define REFS0 6
#define ADEN 7
#define ADSC 6
#define ADPS2 2
#define ADPS1 1
#define ADPS0 0
#define _delay_us(microseconds) ((void)(microseconds))

/* What the parts are set to, for the test to look at. */
struct parts {
  uint16_t wiper[24][2];
  uint16_t terminals[24];
  uint16_t drive[8]; /* 0..4095 */
  bool driven;       /* the switch before the network */
  uint32_t conversions;
};

extern struct parts parts;

#endif
