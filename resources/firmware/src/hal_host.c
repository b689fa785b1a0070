/*
 * A PC in the place of the microcontroller: the line is standard input and output, or a
 * pseudo-terminal (--pty prints its path). --rate limits what is sent, in bytes per second;
 * --settings names the file of the settings memory.
 */
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "hal.h"
#include "host.h"
#include "ring.h"

static struct receive_ring received;
static struct transmit_ring waiting;
static uint8_t faults;
static uint32_t lost;
static int in = STDIN_FILENO, out = STDOUT_FILENO;
static struct host_options options;
static bool at_end;
static uint64_t rate_from_us, rate_sent;

static uint64_t now_us(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u;
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

/* The other end is opened here too: a terminal that everybody closed could not be opened again. */
static void open_pty(void) {
  int master = posix_openpt(O_RDWR | O_NOCTTY);
  if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0) fail("pseudo-terminal");
  const char *path = ptsname(master);
  int slave = path == NULL ? -1 : open(path, O_RDWR | O_NOCTTY);
  struct termios raw;
  if (slave < 0 || tcgetattr(slave, &raw) != 0) fail("pseudo-terminal");
  raw.c_iflag = 0;
  raw.c_oflag = 0;
  raw.c_lflag = 0;
  raw.c_cflag |= CS8;
  if (tcsetattr(slave, TCSANOW, &raw) != 0) fail("pseudo-terminal");
  printf("%s\n", path);
  fflush(stdout);
  in = out = master;
}

void host_configure(const struct host_options *from) { options = *from; }

void hal_start(void) {
  if (options.pty) open_pty();
  fcntl(in, F_SETFL, fcntl(in, F_GETFL) | O_NONBLOCK);
  fcntl(out, F_SETFL, fcntl(out, F_GETFL) | O_NONBLOCK);
}

static uint16_t used(void) {
  return waiting.head >= waiting.tail ? waiting.head - waiting.tail
                                      : waiting.head + TRANSMIT_BYTES + 1 - waiting.tail;
}

static void send_waiting(void) {
  uint16_t count = used();
  if (count == 0) return;
  if (options.rate > 0) {
    /* Idle time is not saved up: the line takes `rate` bytes in any second. */
    uint64_t now = now_us(), due = rate_sent * 1000000u / options.rate;
    if (rate_from_us + due + 1000 < now) {
      rate_from_us = now - 1000;
      rate_sent = 0;
    }
    uint64_t allowed = (now - rate_from_us) * options.rate / 1000000u;
    if (allowed <= rate_sent) return;
    if (count > allowed - rate_sent) count = (uint16_t)(allowed - rate_sent);
  }
  uint16_t in_row = TRANSMIT_BYTES + 1 - waiting.tail;
  ssize_t done = write(out, waiting.bytes + waiting.tail, count < in_row ? count : in_row);
  if (done < 0 && errno != EAGAIN && errno != EINTR && errno != EIO) fail("line");
  for (ssize_t i = 0; i < done; i++) waiting.tail = transmit_after(waiting.tail);
  if (done > 0) rate_sent += (uint64_t)done;
}

/* Takes no more than fits: unlike a wire, a pipe waits. `--lossy` makes it a wire. */
static void receive_some(void) {
  uint8_t bytes[256];
  uint8_t room = (uint8_t)(received.tail - received.head - 1);
  size_t most = options.lossy ? sizeof bytes : room;
  if (most == 0) return;
  ssize_t count = read(in, bytes, most);
  if (count == 0) at_end = true;
  if (count < 0 && errno != EAGAIN && errno != EINTR && errno != EIO) fail("line");
  for (ssize_t i = 0; i < count; i++) {
    if (receive_put(&received, bytes[i])) continue;
    faults |= FAULT_OVERRUN;
    lost++;
  }
}

/* The other side has said all: what it said was executed, and what is to be said goes out. */
static void leave(void) {
  while (used() > 0) send_waiting();
  exit(0);
}

void hal_poll(bool idle) {
  send_waiting();
  if (idle && at_end && received.head == received.tail) leave();
  if (!at_end) receive_some();
  if (!idle || at_end || received.head != received.tail) return;
  struct pollfd line = {in, POLLIN, 0};
  poll(&line, 1, used() > 0 ? 1 : 20);
}

int16_t hal_receive(void) { return receive_take(&received); }

uint8_t hal_faults(void) {
  uint8_t found = faults;
  faults = 0;
  return found;
}

uint32_t hal_lost(void) { return lost; }
uint16_t hal_room(void) { return TRANSMIT_BYTES - used(); }

void hal_send(uint8_t byte) {
  waiting.bytes[waiting.head] = byte;
  waiting.head = transmit_after(waiting.head);
}

void hal_set_baud(uint32_t baud) { (void)baud; }
uint32_t hal_micros(void) { return (uint32_t)now_us(); }
uint32_t hal_millis(void) { return (uint32_t)(now_us() / 1000u); }

void hal_settings_read(uint8_t *bytes, uint8_t count) {
  memset(bytes, 0xff, count);
  FILE *file = options.settings == NULL ? NULL : fopen(options.settings, "rb");
  if (file == NULL) return;
  if (fread(bytes, 1, count, file) != count) memset(bytes, 0xff, count);
  fclose(file);
}

void hal_settings_write(const uint8_t *bytes, uint8_t count) {
  FILE *file = options.settings == NULL ? NULL : fopen(options.settings, "wb");
  if (file == NULL) return;
  fwrite(bytes, 1, count, file);
  fclose(file);
}

void hal_watchdog(void) {}
enum start_cause hal_start_cause(void) { return START_POWER; }
uint16_t hal_stack_spare(void) { return 0xffff; }
flash_text hal_name(void) { return TEXT(" (host)"); }
