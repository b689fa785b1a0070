/* Constants in program memory: an 8-bit AVR has 8 KB of RAM and copies every plain constant there. */
#ifndef FLASH_H
#define FLASH_H

#ifndef __AVR__
#define __flash
#endif

typedef const __flash char *flash_text;

/* A text in program memory, inside a function. */
#define TEXT(literal) \
  (__extension__({ \
    static const __flash char text_[] = literal; \
    &text_[0]; \
  }))

#endif
