#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes all bytes to an open file, in as many calls as the system needs. It waits while the reader of a pipe is not
/// ready, and continues after a signal.
///
/// - Parameters:
///   - bytes: what to write.
///   - descriptor: an open file descriptor; it stays open.
/// - Returns: 0, or the error number of the system (`errno`).
public func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
  var rest = bytes
  while !rest.isEmpty {
    let count = write(descriptor, rest.baseAddress, rest.count)
    if count > 0 {
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      continue
    }
    let code = count == 0 ? EIO : errno
    switch code {
    case EINTR: continue
    case EAGAIN:
      var awaited = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&awaited, 1, -1)
    default: return code
    }
  }
  return 0
}

/// Opens a file, a device or a pipe for writing. A file is created, or emptied if it exists. The name of a stream of
/// this process, such as `/dev/stdout`, gives a copy of the stream's descriptor, so that the file behind it is not emptied.
///
/// - Returns: a descriptor, which the caller closes.
/// - Throws: ``OutputFailure`` with the error number of the system.
public func openForWriting(_ path: String) throws(OutputFailure) -> Int32 {
  let descriptor =
    stream(path).map { fcntl($0, F_DUPFD_CLOEXEC, 0) }
    ?? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw OutputFailure(path: path, code: errno) }
  return descriptor
}

/// The descriptor of this process that a path names; nil for other paths.
private func stream(_ path: String) -> Int32? {
  switch path {
  case "/dev/stdout": 1
  case "/dev/stderr": 2
  case _ where path.hasPrefix("/dev/fd/"): Int32(path.dropFirst("/dev/fd/".count))
  default: nil
  }
}

/// Writes bytes to a file, a device or a pipe, as ``openForWriting(_:)`` opens it.
///
/// - Throws: ``OutputFailure`` with the error number of the system.
public func writeFile(_ bytes: some Sequence<UInt8>, at path: String) throws(OutputFailure) {
  let descriptor = try openForWriting(path)
  var code = ContiguousArray(bytes).withUnsafeBytes { writeAll($0, to: descriptor) }
  if close(descriptor) != 0, code == 0, errno != EINTR { code = errno }
  if code != 0 { throw OutputFailure(path: path, code: code) }
}
