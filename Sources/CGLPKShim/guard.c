#include "CGLPKShim.h"
#include <glpk.h>
int plusone_glpk_major(void) { return GLP_MAJOR_VERSION; }
