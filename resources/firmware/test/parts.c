#include "parts.h"

#include <string.h>

#include "network.h"

struct parts parts;
static volatile uint8_t registers[R_COUNT];
static bool byte_written;
static uint8_t shifted[2];
static uint32_t selected;
static uint16_t conversion;

/* Bits 0..23 the potentiometers, 24..27 the converters, that are selected now. */
static uint32_t selects(void) {
  uint32_t high = registers[R_PORTA] | (uint32_t)registers[R_PORTC] << 8 |
                  (uint32_t)registers[R_PORTL] << 16 | (uint32_t)(registers[R_PORTK] & 15) << 24;
  return ~high & 0x0fffffff;
}

/* A part takes over what was shifted in when its select line goes up. */
static void latch(uint8_t part) {
  uint16_t word = (uint16_t)(shifted[0] << 8 | shifted[1]);
  if (part >= 24) {
    uint8_t output = (uint8_t)((part - 24) * 2 + (word >> 15));
    parts.drive[output] = word & 0x1000 ? word & 0x0fff : 0;
    return;
  }
  uint8_t address = shifted[0] >> 4;
  if (address < 2) parts.wiper[part][address] = word & 0x1ff;
  if (address == 4) parts.terminals[part] = word & 0x1ff;
}

/* Voltages of one of the two networks, by Gauss elimination: another way than the firmware's. */
static double voltage_at(uint8_t node, bool clamped) {
  uint8_t n = network.nodes;
  double matrix[MAX_NODES][MAX_NODES + 1];
  memset(matrix, 0, sizeof matrix);
  for (uint8_t e = 0; e < network.edges; e++) {
    if (!(parts.terminals[e] & (clamped ? 0x10 : 0x01))) continue;
    double k = 256.0 / (1e5 * parts.wiper[e][clamped]);
    uint8_t a = network.a[e], b = network.b[e];
    matrix[a][a] += k;
    matrix[b][b] += k;
    matrix[a][b] -= k;
    matrix[b][a] -= k;
  }
  struct { const struct roles *roles; int8_t output; } held[] = {
      {&network.sources, 0}, {&network.grounds, -1}, {&network.targets, 4}};
  for (uint8_t h = 0; h < (clamped ? 3 : 2); h++)
    for (uint8_t i = 0; i < held[h].roles->count; i++) {
      double volts = held[h].output < 0 ? 0 : parts.drive[held[h].output + i] * 5.0 / 4095;
      uint8_t at = held[h].roles->node[i];
      matrix[at][at] += 1e3;
      matrix[at][n] += 1e3 * (parts.driven ? volts : 0);
    }
  for (uint8_t p = 0; p < n; p++)
    for (uint8_t r = 0; r < n; r++) {
      if (r == p || matrix[r][p] == 0) continue;
      double factor = matrix[r][p] / matrix[p][p];
      for (uint8_t c = p; c <= n; c++) matrix[r][c] -= factor * matrix[p][c];
    }
  return matrix[node][n] / matrix[node][node];
}

static void convert(void) {
  double volts = voltage_at(registers[R_PORTB] >> 4, registers[R_ADMUX] & 1);
  conversion = (uint16_t)(volts / 5.0 * 1023.0 + 0.5);
  parts.conversions++;
}

static void take_note(void) {
  if (byte_written) {
    shifted[0] = shifted[1];
    shifted[1] = registers[R_SPDR];
    byte_written = false;
    registers[R_SPSR] |= _BV(SPIF);
  }
  uint32_t now = selects();
  for (uint8_t part = 0; part < 28; part++)
    if ((selected & ~now) >> part & 1) latch(part);
  selected = now;
  parts.driven = registers[R_PORTE] >> 4 & 1;
  if (registers[R_ADCSRA] & _BV(ADSC)) {
    convert();
    registers[R_ADCSRA] &= (uint8_t)~_BV(ADSC);
  }
}

volatile uint8_t *parts_register(enum part_register which) {
  take_note();
  if (which == R_SPDR) byte_written = true;
  return &registers[which];
}

uint16_t parts_converted(void) {
  take_note();
  return conversion;
}
