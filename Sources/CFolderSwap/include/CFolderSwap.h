#ifndef CFOLDERSWAP_H
#define CFOLDERSWAP_H

/// Swaps what two paths name, in one step. 0 on success, else -1 with errno set: EINVAL, ENOSYS or
/// ENOTSUP where the system or the file system cannot.
int folder_swap(const char *a, const char *b);

#endif
