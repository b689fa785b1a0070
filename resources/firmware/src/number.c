#include "number.h"

#include "flash.h"

/* All exact in float32: 5^10 < 2^24. */
static const __flash float powers[11] = {1e0f, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f,
                                         1e6f, 1e7f, 1e8f, 1e9f, 1e10f};
#define MOST_DIGITS 100000000000000000ull /* 10^17: one more digit still fits */
#define EXPONENT_LIMIT 60

static bool is_digit(uint8_t c) { return c >= '0' && c <= '9'; }

static uint8_t read_exponent(const uint8_t *text, uint8_t length, uint8_t at, int16_t *exponent) {
  uint8_t i = at + 1;
  bool negative = false;
  int16_t value = 0;
  if (i < length && (text[i] == '+' || text[i] == '-')) negative = text[i++] == '-';
  if (i == length || !is_digit(text[i])) return at;
  for (; i < length && is_digit(text[i]); i++)
    if (value < 1000) value = value * 10 + (text[i] - '0');
  *exponent += negative ? -value : value;
  return i;
}

uint8_t decimal_read(const uint8_t *text, uint8_t length, struct decimal *number) {
  uint8_t i = 0;
  bool some = false, point = false;
  number->digits = 0;
  number->exponent = 0;
  number->negative = false;
  if (i < length && (text[i] == '+' || text[i] == '-')) number->negative = text[i++] == '-';
  for (; i < length; i++) {
    if (text[i] == '.' && !point) {
      point = true;
      continue;
    }
    if (!is_digit(text[i])) break;
    some = true;
    if (number->digits < MOST_DIGITS) {
      number->digits = number->digits * 10 + (text[i] - '0');
      if (point) number->exponent--;
    } else if (!point) {
      number->exponent++;
    }
  }
  if (!some) return 0;
  if (i < length && (text[i] == 'e' || text[i] == 'E'))
    i = read_exponent(text, length, i, &number->exponent);
  return i;
}

float decimal_to_float(const struct decimal *number) {
  uint64_t digits = number->digits;
  int16_t exponent = number->exponent;
  while (digits >= 1000000000ul) {
    digits /= 10;
    exponent++;
  }
  if (exponent > EXPONENT_LIMIT) exponent = EXPONENT_LIMIT;
  if (exponent < -EXPONENT_LIMIT) exponent = -EXPONENT_LIMIT;
  float value = (float)(uint32_t)digits;
  for (; exponent > 10; exponent -= 10) value *= powers[10];
  for (; exponent < -10; exponent += 10) value /= powers[10];
  value = exponent < 0 ? value / powers[-exponent] : value * powers[exponent];
  return number->negative ? -value : value;
}

bool decimal_to_u32(const struct decimal *number, uint32_t *value) {
  uint64_t digits = number->digits;
  int16_t exponent = number->exponent;
  for (; exponent < 0; exponent++) {
    if (digits == 0) break;
    if (digits % 10 != 0) return false;
    digits /= 10;
  }
  for (; exponent > 0 && digits != 0; exponent--) {
    if (digits > 0xfffffffful) return false;
    digits *= 10;
  }
  if (digits > 0xfffffffful || (number->negative && digits != 0)) return false;
  *value = (uint32_t)digits;
  return true;
}

bool decimal_to_billionths(const struct decimal *number, uint32_t *value) {
  uint64_t digits = number->digits;
  int16_t exponent = number->exponent + 9;
  for (; exponent < 0 && digits != 0; exponent++) digits /= 10;
  for (; exponent > 0 && digits != 0; exponent--) {
    if (digits > 1000000000ul) return false;
    digits *= 10;
  }
  if (digits > 1000000000ul || (number->negative && digits != 0)) return false;
  *value = (uint32_t)digits;
  return true;
}

void float_to_text(float value, char *text) {
  int8_t exponent = 0;
  uint32_t digits = 0;
  if (value < 0.0f) {
    *text++ = '-';
    value = -value;
  }
  if (value > 0.0f && value <= 3.4e38f) {
    while (value >= powers[10]) {
      value /= powers[10];
      exponent += 10;
    }
    while (value < 1.0f) {
      value *= powers[10];
      exponent -= 10;
    }
    uint8_t p = 9;
    while (value < powers[p]) p--;
    exponent += (int8_t)p;
    digits = (uint32_t)(value / powers[p] * powers[6] + 0.5f);
    if (digits >= 10000000ul) {
      digits /= 10;
      exponent++;
    }
  } else if (value != 0.0f) {
    digits = 9910000ul; /* SCPI's not-a-number, 9.91E37 */
    exponent = 37;
  }
  uint32_t unit = 1000000ul;
  for (uint8_t i = 0; i < 7; i++, unit /= 10) {
    *text++ = (char)('0' + digits / unit % 10);
    if (i == 0) *text++ = '.';
  }
  *text++ = 'E';
  *text++ = exponent < 0 ? '-' : '+';
  uint8_t size = (uint8_t)(exponent < 0 ? -exponent : exponent);
  *text++ = (char)('0' + size / 10);
  *text++ = (char)('0' + size % 10);
  *text = 0;
}
