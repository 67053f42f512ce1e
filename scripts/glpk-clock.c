// A library to preload into plusone. It adds up the processor time that threads spend inside GLPK's solvers. At the end
// of the process it prints the seconds in GLPK and all seconds on standard error:
//   cc -O2 -shared -fPIC -o clock.so glpk-clock.c -ldl && LD_PRELOAD=./clock.so plusone …
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <time.h>

static _Atomic long total;

static long nanoseconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec * 1000000000L + now.tv_nsec;
}

#define TIMED(name)                                                                         \
  int name(void *problem, const void *settings) {                                           \
    int (*real)(void *, const void *) = (int (*)(void *, const void *))dlsym(RTLD_NEXT, #name); \
    long began = nanoseconds(CLOCK_THREAD_CPUTIME_ID);                                      \
    int code = real(problem, settings);                                                     \
    total += nanoseconds(CLOCK_THREAD_CPUTIME_ID) - began;                                  \
    return code;                                                                            \
  }

// Branch and cut calls the simplex method by an internal name, so nothing is counted twice.
TIMED(glp_simplex)
TIMED(glp_intopt)

__attribute__((destructor)) static void report(void) {
  fprintf(stderr, "%.6f %.6f\n", total * 1e-9, nanoseconds(CLOCK_PROCESS_CPUTIME_ID) * 1e-9);
}
