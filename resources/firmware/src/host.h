/* Options of the host build. */
#ifndef HOST_H
#define HOST_H

#include <stdbool.h>
#include <stdint.h>

struct host_options {
  bool pty;             /* a pseudo-terminal, not standard input and output */
  bool lossy;           /* bytes that find no room are lost, as on a wire */
  uint32_t rate;        /* bytes per second that are sent; 0: no limit */
  const char *settings; /* file of the settings memory; NULL: it keeps nothing */
};

void host_configure(const struct host_options *options);

#endif
