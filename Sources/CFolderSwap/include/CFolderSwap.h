#ifndef CFOLDERSWAP_H
#define CFOLDERSWAP_H

/// Exchanges the files or folders at two paths in one atomic step. Both must exist, on one file system.
///
/// Returns 0 on success, otherwise -1 and sets errno: EINVAL, ENOSYS or ENOTSUP if the system or the file system has
/// no such call.
/// Source: the manual pages renameat2(2) of Linux (RENAME_EXCHANGE) and renamex_np(2) of macOS (RENAME_SWAP).
int folder_swap(const char *a, const char *b);

#endif
