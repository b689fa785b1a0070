/*
 * What the reference programs share: the network file (see ../networkFile.ts) and the dialogue with
 * the benchmark. For each line "N" on standard input a program does N steps and prints how many
 * seconds of processor time they took and the loss of the last, V^2.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct {
  int nodes, edges, sources, grounds, outputs;
  int *a, *b;
  int *source, *ground, *output;
  double *source_volt, *target_volt;
  double *k;
  double alpha, eta, k_min, k_max, p;
} Network;

static inline void *allocate(size_t count, size_t size) {
  void *memory = calloc(count > 0 ? count : 1, size);
  if (memory == NULL) exit(3);
  return memory;
}

static int *read_integers(FILE *file, int count) {
  int *values = allocate((size_t)count, sizeof(int));
  for (int i = 0; i < count; i++)
    if (fscanf(file, "%d", &values[i]) != 1) exit(2);
  return values;
}

static double *read_numbers(FILE *file, int count) {
  double *values = allocate((size_t)count, sizeof(double));
  for (int i = 0; i < count; i++)
    if (fscanf(file, "%lf", &values[i]) != 1) exit(2);
  return values;
}

static Network read_network(const char *path) {
  FILE *file = fopen(path, "r");
  if (file == NULL) exit(2);
  Network n;
  int *size = read_integers(file, 5);
  n.nodes = size[0], n.edges = size[1], n.sources = size[2], n.grounds = size[3], n.outputs = size[4];
  n.a = read_integers(file, n.edges);
  n.b = read_integers(file, n.edges);
  n.source = read_integers(file, n.sources);
  n.source_volt = read_numbers(file, n.sources);
  n.ground = read_integers(file, n.grounds);
  n.output = read_integers(file, n.outputs);
  n.target_volt = read_numbers(file, n.outputs);
  n.k = read_numbers(file, n.edges);
  double *rule = read_numbers(file, 5);
  n.alpha = rule[0], n.eta = rule[1], n.k_min = rule[2], n.k_max = rule[3], n.p = rule[4];
  fclose(file);
  return n;
}

/* Marsaglia's xorshift32: the cheapest generator a plain program would take. */
static uint32_t random_state = 12345;
static inline uint32_t random_word(void) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 17;
  random_state ^= random_state << 5;
  return random_state;
}

static inline double clip(double k, double low, double high) {
  return k < low ? low : k > high ? high : k;
}

/* Of this process's own processor time: other programs on the machine change it little. */
static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Answers the benchmark until its end of input. */
static int serve(double (*step)(void)) {
  long count;
  while (scanf("%ld", &count) == 1) {
    double loss = 0, begin = seconds();
    for (long i = 0; i < count; i++) loss = step();
    printf("%.9f %.17g\n", seconds() - begin, loss);
    fflush(stdout);
  }
  return 0;
}
