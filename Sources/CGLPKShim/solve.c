#include "guard.h"
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const plusone_simplex_settings *settings;
  const plusone_monitor *monitor;
  plusone_outcome *outcome;
} simplex_arguments;

static void begin(plusone_problem *p, const plusone_monitor *monitor, plusone_outcome *outcome) {
  p->monitor = monitor;
  p->iterations_before = glp_get_it_cnt(p->problem);
  p->bound = p->best = NAN;
  *outcome = (plusone_outcome){.bound = NAN};
}

static void prepare(glp_prob *lp, const plusone_simplex_settings *s) {
  if (s->rescale) glp_scale_prob(lp, GLP_SF_AUTO);
  int trivial = glp_get_num_rows(lp) == 0 || glp_get_num_cols(lp) == 0;
  if (s->basis == PLUSONE_BASIS_CRASH && !trivial) glp_cpx_basis(lp);
  if (s->basis == PLUSONE_BASIS_SLACK || (s->basis == PLUSONE_BASIS_CRASH && trivial))
    glp_std_basis(lp);
}

static void simplex(plusone_problem *p, void *arguments) {
  const simplex_arguments *a = arguments;
  const plusone_simplex_settings *s = a->settings;
  begin(p, a->monitor, a->outcome);
  prepare(p->problem, s);
  glp_smcp parameters;
  glp_init_smcp(&parameters);
  parameters.msg_lev = a->monitor ? GLP_MSG_ON : GLP_MSG_OFF;
  parameters.out_frq = 50;
  parameters.out_dly = 50;
  int dual = s->method == PLUSONE_DUAL_LONG_STEP || s->method == PLUSONE_DUAL_HARRIS;
  parameters.meth = dual ? GLP_DUAL : GLP_PRIMAL;
  parameters.r_test = s->method == PLUSONE_DUAL_LONG_STEP ? GLP_RT_FLIP : GLP_RT_HAR;
  parameters.presolve = s->method == PLUSONE_PRESOLVED ? GLP_ON : GLP_OFF;
  parameters.tol_bnd = parameters.tol_dj = s->tolerance;
  parameters.tol_piv = s->pivot;
  parameters.it_lim = s->iteration_limit;
  parameters.tm_lim = s->time_limit;
  // glp_exact rejects a program without rows or columns.
  int exact = s->method == PLUSONE_EXACT && glp_get_num_rows(p->problem) > 0 &&
              glp_get_num_cols(p->problem) > 0;
  if (exact && a->monitor) parameters.msg_lev = GLP_MSG_ALL;
  a->outcome->code =
      exact ? glp_exact(p->problem, &parameters) : glp_simplex(p->problem, &parameters);
  a->outcome->primal = glp_get_prim_stat(p->problem);
  a->outcome->dual = glp_get_dual_stat(p->problem);
  a->outcome->iterations = glp_get_it_cnt(p->problem) - p->iterations_before;
}

int plusone_simplex(plusone_problem *p, const plusone_simplex_settings *settings,
                    const plusone_monitor *monitor, plusone_outcome *outcome) {
  simplex_arguments a = {settings, monitor, outcome};
  return plusone_guarded(p, simplex, &a);
}

typedef struct {
  const plusone_mip_settings *settings;
  const plusone_monitor *monitor;
  plusone_outcome *outcome;
} mip_arguments;

// Copies the incumbent into memory that is not GLPK's, so that it is kept after a jump out of GLPK.
static void keep_incumbent(plusone_problem *p, glp_prob *lp) {
  int n = glp_get_num_cols(lp);
  if (!p->incumbent || p->incumbent_columns != n) {
    free(p->incumbent);
    p->incumbent = malloc(((size_t)n + 1) * sizeof(double));
    p->incumbent_columns = n;
    if (!p->incumbent) return;
  }
  for (int j = 0; j < n; j++) p->incumbent[j] = glp_mip_col_val(lp, j + 1);
  p->has_incumbent = 1;
}

static void branch_callback(glp_tree *tree, void *info) {
  plusone_problem *p = info;
  glp_prob *lp = glp_ios_get_prob(tree);
  int reason = glp_ios_reason(tree);
  p->node_began = glp_get_it_cnt(lp);
  if (reason == GLP_IHEUR && p->start) {
    glp_ios_heur_sol(tree, p->start);
    p->start = NULL;
  }
  // GLPK's own heuristics call no call-back.
  if (glp_mip_status(lp) == GLP_FEAS && !(p->has_incumbent && p->best == glp_mip_obj_val(lp)))
    keep_incumbent(p, lp);
  int best = glp_ios_best_node(tree);
  if (best != 0) {
    // A node that is not solved yet has the bound ±DBL_MAX.
    double bound = glp_ios_node_bound(tree, best);
    if (fabs(bound) < DBL_MAX) p->bound = bound;
  }
  if (p->has_incumbent) p->best = glp_mip_obj_val(lp);
  const plusone_monitor *m = p->monitor;
  if (!m) return;
  if (m->progress && (reason == GLP_IBINGO || reason == GLP_ISELECT))
    m->progress(m->context, glp_get_it_cnt(lp) - p->iterations_before, p->best, p->bound);
  if (m->should_stop && m->should_stop(m->context)) glp_ios_terminate(tree);
}

// The starting point with indices from 1.
static const double *start_of(plusone_problem *p, const plusone_mip_settings *s) {
  if (!s->start) return NULL;
  size_t n = (size_t)glp_get_num_cols(p->problem);
  double *start = plusone_scratch(p, 0, n + 1, sizeof(double));
  memcpy(start + 1, s->start, n * sizeof(double));
  return start;
}

static void branch_and_cut(plusone_problem *p, void *arguments) {
  const mip_arguments *a = arguments;
  const plusone_mip_settings *s = a->settings;
  begin(p, a->monitor, a->outcome);
  p->has_incumbent = 0;
  p->node_began = p->iterations_before;
  p->node_iterations = s->node_iterations;
  p->start = start_of(p, s);
  glp_iocp parameters;
  glp_init_iocp(&parameters);
  // Needed even without a monitor: the printed lines are the only sign of an LP that does not end (guard.c).
  parameters.msg_lev = a->monitor ? GLP_MSG_ALL : GLP_MSG_ON;
  parameters.out_frq = 100;
  parameters.out_dly = 100;
  parameters.cb_func = branch_callback;
  parameters.cb_info = p;
  parameters.mip_gap = s->gap;
  parameters.tol_obj = fmin(1e-7, fmax(s->gap, 1e-12));
  parameters.tol_int = s->integrality;
  parameters.tm_lim = s->time_limit;
  // Cuts by mixed-integer rounding (mir_cuts) are off: in planning programs they find little and take much time.
  parameters.gmi_cuts = s->cuts ? GLP_ON : GLP_OFF;
  parameters.cov_cuts = parameters.clq_cuts = s->cuts ? GLP_ON : GLP_OFF;
  parameters.fp_heur = parameters.sr_heur = s->heuristics ? GLP_ON : GLP_OFF;
  parameters.br_tech = s->pseudocosts ? GLP_BR_PCH : GLP_BR_DTH;
  parameters.bt_tech = s->pseudocosts ? GLP_BT_BPH : GLP_BT_BLB;
  // The long-step ratio test is not faster for the few iterations of a node, and can cycle in the primal simplex.
  parameters.flip = GLP_OFF;
  a->outcome->code = glp_intopt(p->problem, &parameters);
  a->outcome->primal = glp_get_prim_stat(p->problem);
  a->outcome->dual = glp_get_dual_stat(p->problem);
  a->outcome->mip = glp_mip_status(p->problem);
  a->outcome->iterations = glp_get_it_cnt(p->problem) - p->iterations_before;
  if (a->outcome->mip == GLP_OPT || a->outcome->mip == GLP_FEAS) keep_incumbent(p, p->problem);
  a->outcome->bound = p->bound;
}

int plusone_branch_and_cut(plusone_problem *p, const plusone_mip_settings *settings,
                           const plusone_monitor *monitor, plusone_outcome *outcome) {
  mip_arguments a = {settings, monitor, outcome};
  int code = plusone_guarded(p, branch_and_cut, &a);
  outcome->bound = p->bound;
  return code;
}
