#include "guard.h"
#include <math.h>

static int kind(double lower, double upper) {
  if (lower == upper) return GLP_FX;
  if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
  return isinf(upper) ? GLP_LO : GLP_DB;
}

// 1-based copy of 0-based indices.
static int *shifted(plusone_problem *p, int slot, const int32_t *index, int count) {
  int *copy = plusone_scratch(p, slot, (size_t)count + 1, sizeof(int));
  copy[0] = 0;
  for (int k = 0; k < count; k++) copy[k + 1] = index[k] + 1;
  return copy;
}

static double *moved(plusone_problem *p, int slot, const double *value, int count) {
  double *copy = plusone_scratch(p, slot, (size_t)count + 1, sizeof(double));
  copy[0] = 0;
  for (int k = 0; k < count; k++) copy[k + 1] = value[k];
  return copy;
}

static void load(plusone_problem *p, void *arguments) {
  const plusone_program *g = arguments;
  glp_prob *lp = p->problem;
  glp_erase_prob(lp);
  glp_set_obj_dir(lp, g->maximise ? GLP_MAX : GLP_MIN);
  glp_set_obj_coef(lp, 0, g->constant);
  if (g->rows > 0) glp_add_rows(lp, g->rows);
  if (g->columns > 0) glp_add_cols(lp, g->columns);
  for (int i = 0; i < g->rows; i++)
    glp_set_row_bnds(lp, i + 1, kind(g->row_lower[i], g->row_upper[i]), g->row_lower[i],
                     g->row_upper[i]);
  for (int j = 0; j < g->columns; j++) {
    glp_set_col_bnds(lp, j + 1, kind(g->column_lower[j], g->column_upper[j]), g->column_lower[j],
                     g->column_upper[j]);
    glp_set_obj_coef(lp, j + 1, g->cost[j]);
  }
  for (int k = 0; k < g->integers; k++) glp_set_col_kind(lp, g->integer[k] + 1, GLP_IV);
  int *rows = shifted(p, 0, g->term_row, g->terms);
  int *columns = shifted(p, 1, g->term_column, g->terms);
  double *values = moved(p, 2, g->term_value, g->terms);
  glp_load_matrix(lp, g->terms, rows, columns, values);
}

int plusone_load(plusone_problem *p, const plusone_program *program) {
  return plusone_guarded(p, load, (void *)program);
}

typedef struct {
  int count;
  const int32_t *index;
  const double *lower, *upper, *cost;
} change_arguments;

static void set_columns(plusone_problem *p, void *arguments) {
  const change_arguments *a = arguments;
  for (int k = 0; k < a->count; k++) {
    int j = a->index[k] + 1;
    glp_set_col_bnds(p->problem, j, kind(a->lower[k], a->upper[k]), a->lower[k], a->upper[k]);
    glp_set_obj_coef(p->problem, j, a->cost[k]);
  }
}

int plusone_set_columns(plusone_problem *p, int count, const int32_t *index, const double *lower,
                        const double *upper, const double *cost) {
  change_arguments a = {count, index, lower, upper, cost};
  return plusone_guarded(p, set_columns, &a);
}

static void set_constant(plusone_problem *p, void *arguments) {
  glp_set_obj_coef(p->problem, 0, *(const double *)arguments);
}

int plusone_set_constant(plusone_problem *p, double constant) {
  return plusone_guarded(p, set_constant, &constant);
}

static void set_rows(plusone_problem *p, void *arguments) {
  const change_arguments *a = arguments;
  for (int k = 0; k < a->count; k++)
    glp_set_row_bnds(p->problem, a->index[k] + 1, kind(a->lower[k], a->upper[k]), a->lower[k],
                     a->upper[k]);
}

int plusone_set_rows(plusone_problem *p, int count, const int32_t *index, const double *lower,
                     const double *upper) {
  change_arguments a = {count, index, lower, upper, NULL};
  return plusone_guarded(p, set_rows, &a);
}

typedef struct {
  int count, terms;
  const double *lower, *upper;
  const int32_t *row, *column;
  const double *value;
} add_arguments;

static void add_rows(plusone_problem *p, void *arguments) {
  const add_arguments *a = arguments;
  if (a->count == 0) return;
  int first = glp_add_rows(p->problem, a->count);
  int *columns = shifted(p, 0, a->column, a->terms);
  double *values = moved(p, 1, a->value, a->terms);
  int begin = 0;
  for (int i = 0; i < a->count; i++) {
    glp_set_row_bnds(p->problem, first + i, kind(a->lower[i], a->upper[i]), a->lower[i],
                     a->upper[i]);
    int end = begin;
    while (end < a->terms && a->row[end] == i) end++;
    // glp_set_mat_row reads from element 1 on.
    glp_set_mat_row(p->problem, first + i, end - begin, columns + begin, values + begin);
    begin = end;
  }
}

int plusone_add_rows(plusone_problem *p, int count, const double *lower, const double *upper,
                     int terms, const int32_t *term_row, const int32_t *term_column,
                     const double *term_value) {
  add_arguments a = {count, terms, lower, upper, term_row, term_column, term_value};
  return plusone_guarded(p, add_rows, &a);
}

typedef struct {
  const uint8_t *columns, *rows;
  uint8_t *columns_out, *rows_out;
} basis_arguments;

static void set_basis(plusone_problem *p, void *arguments) {
  const basis_arguments *a = arguments;
  int m = glp_get_num_rows(p->problem), n = glp_get_num_cols(p->problem);
  for (int i = 0; i < m; i++) glp_set_row_stat(p->problem, i + 1, a->rows[i] + 1);
  for (int j = 0; j < n; j++) glp_set_col_stat(p->problem, j + 1, a->columns[j] + 1);
}

int plusone_set_basis(plusone_problem *p, const uint8_t *columns, const uint8_t *rows) {
  basis_arguments a = {columns, rows, NULL, NULL};
  return plusone_guarded(p, set_basis, &a);
}

static void get_basis(plusone_problem *p, void *arguments) {
  basis_arguments *a = arguments;
  int m = glp_get_num_rows(p->problem), n = glp_get_num_cols(p->problem);
  for (int i = 0; i < m; i++) a->rows_out[i] = (uint8_t)(glp_get_row_stat(p->problem, i + 1) - 1);
  for (int j = 0; j < n; j++)
    a->columns_out[j] = (uint8_t)(glp_get_col_stat(p->problem, j + 1) - 1);
}

int plusone_get_basis(plusone_problem *p, uint8_t *columns, uint8_t *rows) {
  basis_arguments a = {NULL, NULL, columns, rows};
  return plusone_guarded(p, get_basis, &a);
}
