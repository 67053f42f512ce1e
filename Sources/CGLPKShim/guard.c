#include "guard.h"
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

// The problem whose guarded call runs on this thread.
static _Thread_local plusone_problem *running;
// The number of problems of this thread, and how often its environment was freed after a failure.
static _Thread_local int alive;
static _Thread_local unsigned long generation;

// Reads the iteration count at the start of a line that the simplex method prints. In branch and cut this is the only
// sign of an LP that does not end.
static void report(plusone_problem *p, const char *text) {
  const plusone_monitor *m = p->monitor;
  long iterations;
  if (sscanf(text, "%*c%ld: obj", &iterations) != 1) return;
  // Heuristics solve other programs, whose count starts at 0.
  if (iterations < p->iterations_before) return;
  if (m && m->progress) m->progress(m->context, iterations - p->iterations_before, p->best, p->bound);
  if (p->node_iterations > 0 && iterations - p->node_began > p->node_iterations)
    plusone_leave(p, PLUSONE_STUCK);
}

// Stores GLPK's output: the start of the last line or, during an abort, the reason.
static int listen(void *info, const char *text) {
  plusone_problem *p = info;
  size_t used = strlen(p->message);
  if (glp_at_error()) {
    if (!p->failing) used = 0;
    p->failing = 1;
  } else if (used > 0 && p->message[used - 1] == '\n') {
    used = 0;
  }
  strncpy(p->message + used, text, sizeof p->message - 1 - used);
  if (!p->failing) {
    report(p, text);
    plusone_poll(p);
  }
  return 1; // do not print
}

static void fatal(void *info) { plusone_leave(info, PLUSONE_FATAL); }

_Noreturn void plusone_leave(plusone_problem *p, int code) { longjmp(p->jump, code); }

void plusone_poll(plusone_problem *p) {
  const plusone_monitor *m = p->monitor;
  if (m && m->should_stop && m->should_stop(m->context)) plusone_leave(p, PLUSONE_STOPPED);
}

void *plusone_scratch(plusone_problem *p, int slot, size_t count, size_t size) {
  free(p->scratch[slot]);
  p->scratch[slot] = count <= SIZE_MAX / size ? malloc(count * size) : NULL;
  if (!p->scratch[slot]) plusone_leave(p, PLUSONE_MEMORY);
  return p->scratch[slot];
}

static void free_scratch(plusone_problem *p) {
  for (int i = 0; i < 3; i++) {
    free(p->scratch[i]);
    p->scratch[i] = NULL;
  }
}

// Frees the environment with all its problems. The other problems of the thread are recognised by their old generation.
static void lose_environment(plusone_problem *p) {
  glp_free_env();
  generation++;
  p->problem = NULL;
}

int plusone_guarded(plusone_problem *p, plusone_body body, void *arguments) {
  if (p->thread != &generation) return PLUSONE_WRONG_THREAD;
  if (running) return PLUSONE_REENTRANT;
  if (!p->problem || p->generation != generation) {
    p->problem = NULL;
    return PLUSONE_LOST;
  }
  running = p;
  memset(p->message, 0, sizeof p->message);
  p->failing = 0;
  int code = setjmp(p->jump);
  if (code == 0) {
    glp_term_hook(listen, p);
    glp_error_hook(fatal, p);
    body(p, arguments);
    glp_term_hook(NULL, NULL);
    glp_error_hook(NULL, NULL);
  } else {
    lose_environment(p);
  }
  free_scratch(p);
  p->monitor = NULL;
  p->start = NULL;
  p->node_iterations = 0;
  running = NULL;
  return code;
}

static void create(plusone_problem *p, void *arguments) {
  (void)arguments;
  // GLPK's output is on by default, but goes to the hook.
  p->problem = glp_create_prob();
}

// GLPK allocates some megabytes of working memory in each solve. By default the C library returns it to the system each
// time, and a loop of solves spends a tenth of its time on page faults.
static void keep_freed_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

plusone_problem *plusone_create(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, keep_freed_memory);
  if (running) return NULL;
  plusone_problem *p = calloc(1, sizeof *p);
  if (!p) return NULL;
  p->thread = &generation;
  p->generation = generation;
  p->problem = (glp_prob *)p; // not null, so that the guard does not reject the call
  if (plusone_guarded(p, create, NULL) != PLUSONE_OK) {
    free(p);
    return NULL;
  }
  alive++;
  return p;
}

static void delete_problem(plusone_problem *p, void *arguments) {
  (void)arguments;
  glp_delete_prob(p->problem);
}

void plusone_delete(plusone_problem *p) {
  if (!p || p->thread != &generation) return;
  plusone_guarded(p, delete_problem, NULL);
  free(p->incumbent);
  free(p);
  // After the last problem of the thread, its environment is freed.
  if (--alive == 0 && !running) glp_free_env();
}

const char *plusone_message(const plusone_problem *p) { return p->message; }
const char *plusone_glpk_version(void) { return glp_version(); }

static void provoke(plusone_problem *p, void *arguments) {
  (void)arguments;
  glp_set_row_bnds(p->problem, glp_get_num_rows(p->problem) + 1, GLP_FX, 0, 0);
}

int plusone_provoke(plusone_problem *p) { return plusone_guarded(p, provoke, NULL); }
