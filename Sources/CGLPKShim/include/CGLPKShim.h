#pragma once
#include <stdint.h>

// A GLPK problem whose calls cannot abort the process.
//
// GLPK reacts to a bad argument or a failed internal check by printing to stdout and calling abort(). Every function
// here sets an error hook first, which jumps back into this library (longjmp). The thread's GLPK environment is then
// freed, and with it all problems of the thread, and the function returns PLUSONE_FATAL. All output of GLPK is
// captured.
//
// GLPK has one environment per thread: a problem must be used and deleted on the thread that created it.
typedef struct plusone_problem plusone_problem;

enum {
  PLUSONE_OK = 0,
  // GLPK wanted to abort: its message is in plusone_message(); the problem is lost.
  PLUSONE_FATAL = -1,
  // `should_stop` interrupted a GLPK call: the problem is lost, the incumbent is kept.
  PLUSONE_STOPPED = -2,
  // Called from inside another guarded call (a progress call-back that solves).
  PLUSONE_REENTRANT = -3,
  // Called from another thread than the one that created the problem.
  PLUSONE_WRONG_THREAD = -4,
  // The problem was lost by an earlier failure on this thread.
  PLUSONE_LOST = -5,
  // There was not enough memory.
  PLUSONE_MEMORY = -6,
  // The LP of a node reached its iteration limit: the problem is lost, the incumbent is kept.
  PLUSONE_STUCK = -7,
};

// A program. Infinite bounds are missing bounds; equal bounds fix a column or row.
typedef struct {
  int maximise;
  double constant;
  int columns, rows, terms, integers;
  const double *column_lower, *column_upper, *cost;
  const int32_t *integer;
  const double *row_lower, *row_upper;
  // Terms of the matrix, indices from 0.
  const int32_t *term_row, *term_column;
  const double *term_value;
} plusone_program;

// Call-backs of a running solve. Both functions may be null.
typedef struct {
  void *context;
  // Called from time to time; a value other than 0 stops the solve.
  int (*should_stop)(void *context);
  // Simplex iterations so far; objective of the incumbent and proven bound are NaN where there is none.
  void (*progress)(void *context, long iterations, double incumbent, double bound);
} plusone_monitor;

// Methods. PLUSONE_EXACT: in rational numbers, without tolerances, from the basis of the last run.
enum {
  PLUSONE_DUAL_LONG_STEP,
  PLUSONE_DUAL_HARRIS,
  PLUSONE_PRIMAL_HARRIS,
  PLUSONE_PRESOLVED,
  PLUSONE_EXACT,
};
enum { PLUSONE_BASIS_KEEP, PLUSONE_BASIS_CRASH, PLUSONE_BASIS_SLACK };

typedef struct {
  int method;           // PLUSONE_DUAL_LONG_STEP …
  int basis;            // PLUSONE_BASIS_KEEP …
  int rescale;          // 1: scale the problem first
  double tolerance;     // of primal and dual feasibility, scaled
  double pivot;         // least pivot element relative to the largest of its row
  int iteration_limit;  // INT32_MAX: none
  int time_limit;       // milliseconds, INT32_MAX: none
} plusone_simplex_settings;

typedef struct {
  double gap;         // relative
  double integrality; // largest distance from a whole number at which a value counts as whole
  int cuts;           // 1: Gomory, cover, clique
  int heuristics;     // 1: feasibility pump, rounding
  // 1: branch by pseudocosts, backtrack to the best projection; 0: Driebeek and Tomlin's penalties, and
  // the best local bound
  int pseudocosts;
  int node_iterations; // simplex iterations on one node after which the solve is given up
  int time_limit;     // milliseconds, INT32_MAX: none
  // A feasible starting point, one value per column, integer columns at exact whole numbers; null: none.
  const double *start;
} plusone_mip_settings;

// The result of a solve.
typedef struct {
  int code;        // GLPK's return code
  int primal;      // GLP_FEAS, GLP_NOFEAS …
  int dual;
  int mip;         // GLP_OPT, GLP_FEAS …
  long iterations; // of this call
  double bound;    // MIP: proven bound; NaN: none
} plusone_outcome;

plusone_problem *plusone_create(void);
void plusone_delete(plusone_problem *p);
// GLPK's last message.
const char *plusone_message(const plusone_problem *p);
const char *plusone_glpk_version(void);

int plusone_load(plusone_problem *p, const plusone_program *program);
int plusone_set_columns(plusone_problem *p, int count, const int32_t *index, const double *lower,
                        const double *upper, const double *cost);
int plusone_set_constant(plusone_problem *p, double constant);
int plusone_set_rows(plusone_problem *p, int count, const int32_t *index, const double *lower,
                     const double *upper);
// Adds rows; term_row counts from the first new row, and the terms of a row are next to each other.
int plusone_add_rows(plusone_problem *p, int count, const double *lower, const double *upper,
                     int terms, const int32_t *term_row, const int32_t *term_column,
                     const double *term_value);

// A basis, as GLPK's status codes minus 1: basic, at lower, at upper, free, fixed.
int plusone_set_basis(plusone_problem *p, const uint8_t *columns, const uint8_t *rows);
int plusone_get_basis(plusone_problem *p, uint8_t *columns, uint8_t *rows);

int plusone_simplex(plusone_problem *p, const plusone_simplex_settings *settings,
                    const plusone_monitor *monitor, plusone_outcome *outcome);
// Runs branch and cut from the optimal basis of the relaxation.
int plusone_branch_and_cut(plusone_problem *p, const plusone_mip_settings *settings,
                           const plusone_monitor *monitor, plusone_outcome *outcome);

int plusone_get_point(plusone_problem *p, double *columns);
int plusone_get_duals(plusone_problem *p, double *rows, double *columns);
// Copies the best point that branch and cut found, also after PLUSONE_STOPPED; returns 0 if there is none.
int plusone_get_incumbent(const plusone_problem *p, double *columns);

// Row multipliers that may prove that the program is infeasible, from the last basis; `sum` 1: from all infeasible
// basic variables (phase 1), 0: from the one at which the dual simplex stopped.
int plusone_get_farkas(plusone_problem *p, int sum, double *rows);
// The direction of the columns along which the last basis is unbounded.
int plusone_get_ray(plusone_problem *p, double *columns);

// For tests of the guard: makes GLPK call abort() by one of its own argument checks.
int plusone_provoke(plusone_problem *p);
