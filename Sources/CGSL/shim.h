#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_statistics_double.h>

/* The library declares the generator as a variable, which Swift takes for one that may change. */
static inline const gsl_rng_type *plusone_mt19937(void) { return gsl_rng_mt19937; }
