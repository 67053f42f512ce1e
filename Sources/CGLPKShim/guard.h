#pragma once
#include <setjmp.h>
#include <stddef.h>
#include <glpk.h>
#include "CGLPKShim.h"

struct plusone_problem {
  glp_prob *problem;
  const void *thread;       // identity of the thread that created it
  unsigned long generation; // of the thread's environment when it was created
  char message[512];
  void *scratch[3]; // memory for one call, also freed after a jump
  double *incumbent;
  int incumbent_columns, has_incumbent;
  const plusone_monitor *monitor; // of the running solve
  long iterations_before;
  double bound, best; // of the running branch and cut; NaN: none
  const double *start;     // starting point still to be passed to GLPK, from index 1; null: none
  long node_began;         // iterations before the LP of its current node
  long node_iterations;    // iteration limit of a node; 0: none
  int failing;             // GLPK is printing the reason of an abort
  jmp_buf jump;
};

typedef void (*plusone_body)(plusone_problem *p, void *arguments);

// Runs `body` under the guard.
int plusone_guarded(plusone_problem *p, plusone_body body, void *arguments);
// Jumps out of the running guarded call.
_Noreturn void plusone_leave(plusone_problem *p, int code);
// An array of `count` items of `size` bytes from the scratch slot, or a jump with PLUSONE_MEMORY.
void *plusone_scratch(plusone_problem *p, int slot, size_t count, size_t size);
// Calls the monitor's should_stop; jumps out of the call if it returns true.
void plusone_poll(plusone_problem *p);
