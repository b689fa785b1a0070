#include "rig_parts.h"

#include "registers.h"

#define SELECT_LINES 0xf0 /* PB4..PB7 */
#define SPI_LINES 0x07    /* PB0 SS, PB1 SCK, PB2 MOSI */
#define SWITCH_LINE 0x10  /* PE4 */
#define DAC_SELECTS 0x0f  /* PK0..PK3 */

#define WIPER0 0x00
#define WIPER1 0x10
#define TERMINALS 0x40
/* All terminals connected, or the lower one of both resistors open. */
#define TERMINALS_ON 0x1ff
#define TERMINALS_OFF 0x1ee

#define DAC_SECOND 0x80
#define DAC_ACTIVE 0x30 /* gain 1, output on */

/* Readings are averages of 16: noise falls to a quarter, and 10 bits become 12. */
#define READINGS 16
#define SETTLE_US 100

void rig_parts_start(void) {
  PORTA = PORTC = PORTL = 0xff;
  DDRA = DDRC = DDRL = 0xff;
  PORTK |= DAC_SELECTS;
  DDRK |= DAC_SELECTS;
  DDRB |= SPI_LINES | SELECT_LINES;
  DDRE |= SWITCH_LINE;
  rig_switch(false);
  SPCR = _BV(SPE) | _BV(MSTR) | _BV(SPR0); /* 1 MHz, mode 0 */
  ADMUX = _BV(REFS0);
  ADCSRA = _BV(ADEN) | _BV(ADPS2) | _BV(ADPS1) | _BV(ADPS0); /* 125 kHz */
}

static void send(uint8_t byte) {
  SPDR = byte;
  while (!(SPSR & _BV(SPIF))) continue;
}

static void send_two(uint8_t high, uint8_t low) {
  send(high);
  send(low);
}

/* A potentiometer listens while its line is low. */
static void to_edge(uint8_t edge, uint8_t address, uint16_t value) {
  uint8_t line = (uint8_t)(1 << (edge & 7));
  if (edge < 8) PORTA &= (uint8_t)~line;
  else if (edge < 16) PORTC &= (uint8_t)~line;
  else PORTL &= (uint8_t)~line;
  send_two(address | (value >> 8 & 3), (uint8_t)value);
  if (edge < 8) PORTA |= line;
  else if (edge < 16) PORTC |= line;
  else PORTL |= line;
}

void rig_wiper(uint8_t edge, uint16_t wiper) {
  to_edge(edge, WIPER0, wiper);
  to_edge(edge, WIPER1, wiper);
}

void rig_connect(uint8_t edge, bool on) {
  to_edge(edge, TERMINALS, on ? TERMINALS_ON : TERMINALS_OFF);
}

void rig_drive(uint8_t output, float volts) {
  float count = volts / RIG_VOLTS * 4095.0f + 0.5f;
  uint16_t value = count <= 0.0f ? 0 : count >= 4095.0f ? 4095 : (uint16_t)count;
  uint8_t line = (uint8_t)(1 << (output >> 1));
  PORTK &= (uint8_t)~line;
  send_two((output & 1 ? DAC_SECOND : 0) | DAC_ACTIVE | (value >> 8 & 15), (uint8_t)value);
  PORTK |= line;
}

void rig_switch(bool on) {
  if (on) PORTE |= SWITCH_LINE;
  else PORTE &= (uint8_t)~SWITCH_LINE;
}

void rig_settle(void) { _delay_us(SETTLE_US); }

float rig_read(uint8_t node, bool clamped) {
  uint16_t sum = 0;
  PORTB = (uint8_t)((PORTB & ~SELECT_LINES) | node << 4);
  ADMUX = _BV(REFS0) | (clamped ? 1 : 0);
  rig_settle();
  for (uint8_t i = 0; i < READINGS; i++) {
    ADCSRA |= _BV(ADSC);
    while (ADCSRA & _BV(ADSC)) continue;
    sum += ADC;
  }
  return (float)sum * (RIG_VOLTS / (1023.0f * READINGS));
}
