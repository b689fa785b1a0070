/* Plain settings: a number, a word or a switch that is just kept. */
#include <stddef.h>

#include "command.h"
#include "mnemonic.h"
#include "params.h"
#include "reply.h"

error_number set_u16(const __flash struct command *self) {
  uint32_t value;
  TRY(param_u32(&value, (uint32_t)self->low, (uint32_t)self->high));
  TRY(params_end());
  *(uint16_t *)self->place = (uint16_t)value;
  return 0;
}

error_number get_u16(const __flash struct command *self) {
  TRY(params_end());
  reply_u32(*(uint16_t *)self->place);
  return 0;
}

error_number set_float(const __flash struct command *self) {
  float value;
  TRY(param_float(&value, self->low, self->high));
  TRY(params_end());
  *(float *)self->place = value;
  return 0;
}

error_number get_float(const __flash struct command *self) {
  TRY(params_end());
  reply_float(*(float *)self->place);
  return 0;
}

error_number set_word(const __flash struct command *self) {
  uint8_t number;
  TRY(param_word(self->words, &number));
  TRY(params_end());
  *(uint8_t *)self->place = number;
  return 0;
}

error_number get_word(const __flash struct command *self) {
  TRY(params_end());
  flash_text word = self->words;
  for (uint8_t i = *(uint8_t *)self->place; i > 0; word++)
    if (*word == '|') i--;
  reply_next();
  /* The short form: as far as it is written in capitals. */
  for (; *word && *word != '|' && mnemonic_upper((uint8_t)*word) == (uint8_t)*word; word++)
    reply_byte((uint8_t)*word);
  return 0;
}

error_number set_bool(const __flash struct command *self) {
  uint8_t value;
  TRY(param_bool(&value));
  TRY(params_end());
  *(uint8_t *)self->place = value;
  return 0;
}

error_number get_u8(const __flash struct command *self) {
  TRY(params_end());
  reply_u32(*(uint8_t *)self->place);
  return 0;
}
