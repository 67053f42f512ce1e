#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads a file from its start to its end without holding all of it, so that it may be of any size, or a pipe such as
/// `/dev/stdin`.
package final class FileReader {
  private let descriptor: Int32
  /// Whether it is a file on a disk, which can be opened again.
  package let isRegular: Bool
  /// Bytes that were read while it waited.
  private var early: [UInt8] = []
  /// How long to wait for a program that writes to a named pipe, in milliseconds.
  private static let patience: Int32 = 5000

  /// Opens a file. Where it is a named pipe to which no program writes, it waits for five seconds.
  ///
  /// - Throws: why it cannot be read.
  package init(path: String) throws(FileFailure) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw fileFailure(errno) }
    let kind = status.st_mode & mode_t(S_IFMT)
    guard kind != mode_t(S_IFDIR) else { throw .isDirectory }
    isRegular = kind == mode_t(S_IFREG)
    let isPipe = kind == mode_t(S_IFIFO)
    guard isPipe || isRegular || kind == mode_t(S_IFCHR) else { throw .notRegular }
    // To open a pipe without a writer would block.
    descriptor = open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC | (isPipe ? O_NONBLOCK : 0))
    guard descriptor >= 0 else { throw fileFailure(errno) }
    if isPipe { try waitForWriter() }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private func waitForWriter() throws(FileFailure) {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    if poll(&request, 1, Self.patience) == 0 {
      // With a writer that has written nothing yet, it is EAGAIN.
      var byte: UInt8 = 0
      let got = read(descriptor, &byte, 1)
      if got == 0 { throw .other("no program writes to this pipe") }
      if got == 1 { early = [byte] }
    }
    let flags = fcntl(descriptor, F_GETFL)
    guard flags >= 0, fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) >= 0 else {
      throw fileFailure(errno)
    }
  }

  /// Adds the next bytes of the file to `bytes` until it has `count` of them.
  ///
  /// - Returns: whether the file may have more; false at its end.
  /// - Throws: why it cannot be read.
  package func fill(_ bytes: inout [UInt8], to count: Int) throws(FileFailure) -> Bool {
    bytes += early
    early = []
    var filled = bytes.count
    guard filled < count else { return true }
    bytes.append(contentsOf: repeatElement(0, count: count - filled))
    defer { bytes.removeLast(bytes.count - filled) }
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        read(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
      }
      if got == 0 { return false }
      if got > 0 {
        filled += got
      } else if errno != EINTR {
        throw fileFailure(errno)
      }
    }
    return true
  }
}
