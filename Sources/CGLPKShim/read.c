#include "guard.h"
#include <string.h>

typedef struct {
  double *rows, *columns;
  int sum;
} read_arguments;

static void get_point(plusone_problem *p, void *arguments) {
  read_arguments *a = arguments;
  int n = glp_get_num_cols(p->problem);
  for (int j = 0; j < n; j++) a->columns[j] = glp_get_col_prim(p->problem, j + 1);
}

int plusone_get_point(plusone_problem *p, double *columns) {
  read_arguments a = {NULL, columns, 0};
  return plusone_guarded(p, get_point, &a);
}

static void get_duals(plusone_problem *p, void *arguments) {
  read_arguments *a = arguments;
  int m = glp_get_num_rows(p->problem), n = glp_get_num_cols(p->problem);
  for (int i = 0; i < m; i++) a->rows[i] = glp_get_row_dual(p->problem, i + 1);
  for (int j = 0; j < n; j++) a->columns[j] = glp_get_col_dual(p->problem, j + 1);
}

int plusone_get_duals(plusone_problem *p, double *rows, double *columns) {
  read_arguments a = {rows, columns, 0};
  return plusone_guarded(p, get_duals, &a);
}

int plusone_get_incumbent(const plusone_problem *p, double *columns) {
  if (!p->has_incumbent || !p->incumbent) return 0;
  memcpy(columns, p->incumbent, (size_t)p->incumbent_columns * sizeof(double));
  return 1;
}

// By how much a basic variable is above its upper bound (> 0) or below its lower bound (< 0).
static double excess(glp_prob *lp, int k) {
  int m = glp_get_num_rows(lp);
  int type = k <= m ? glp_get_row_type(lp, k) : glp_get_col_type(lp, k - m);
  double value = k <= m ? glp_get_row_prim(lp, k) : glp_get_col_prim(lp, k - m);
  double lower = k <= m ? glp_get_row_lb(lp, k) : glp_get_col_lb(lp, k - m);
  double upper = k <= m ? glp_get_row_ub(lp, k) : glp_get_col_ub(lp, k - m);
  if (type != GLP_FR && type != GLP_UP && value < lower) return value - lower;
  if (type != GLP_FR && type != GLP_LO && value > upper) return value - upper;
  return 0;
}

// y = B⁻ᵀ·g, where g is ±1 for the infeasible basic variables: a combination of rows whose coefficients in all other
// basic columns are 0.
static void get_farkas(plusone_problem *p, void *arguments) {
  read_arguments *a = arguments;
  glp_prob *lp = p->problem;
  int m = glp_get_num_rows(lp);
  memset(a->rows, 0, (size_t)m * sizeof(double));
  if (m == 0 || (!glp_bf_exists(lp) && glp_factorize(lp) != 0)) return;
  double *g = plusone_scratch(p, 0, (size_t)m + 1, sizeof(double));
  int ray = a->sum ? 0 : glp_get_unbnd_ray(lp);
  for (int i = 1; i <= m; i++) {
    int k = glp_get_bhead(lp, i);
    double beyond = excess(lp, k);
    g[i] = a->sum ? (beyond > 1e-9) - (beyond < -1e-9) : k == ray;
  }
  glp_btran(lp, g);
  for (int i = 0; i < m; i++) a->rows[i] = g[i + 1];
}

int plusone_get_farkas(plusone_problem *p, int sum, double *rows) {
  read_arguments a = {rows, NULL, sum};
  return plusone_guarded(p, get_farkas, &a);
}

static void get_ray(plusone_problem *p, void *arguments) {
  read_arguments *a = arguments;
  glp_prob *lp = p->problem;
  int m = glp_get_num_rows(lp), n = glp_get_num_cols(lp);
  memset(a->columns, 0, (size_t)n * sizeof(double));
  int k = glp_get_unbnd_ray(lp);
  if (k == 0 || (!glp_bf_exists(lp) && glp_factorize(lp) != 0)) return;
  int status = k <= m ? glp_get_row_stat(lp, k) : glp_get_col_stat(lp, k - m);
  if (status == GLP_BS) return;
  int *index = plusone_scratch(p, 0, (size_t)m + 1, sizeof(int));
  double *value = plusone_scratch(p, 1, (size_t)m + 1, sizeof(double));
  int count = m == 0 ? 0 : glp_eval_tab_col(lp, k, index, value);
  for (int t = 1; t <= count; t++)
    if (index[t] > m) a->columns[index[t] - m - 1] = value[t];
  if (k > m) a->columns[k - m - 1] = 1;
}

int plusone_get_ray(plusone_problem *p, double *columns) {
  read_arguments a = {NULL, columns, 0};
  return plusone_guarded(p, get_ray, &a);
}
