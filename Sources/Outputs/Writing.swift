#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes all bytes to an open file, however many calls that takes. It waits where the other side of a pipe
/// is not ready, and goes on after a signal.
///
/// - Returns: 0, or the system's error number.
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

/// Opens a file, which is made or emptied, a device or a pipe. A stream of this process, such as `/dev/stdout`, is
/// not opened anew but shared: it may be a file that holds something already.
///
/// - Returns: a descriptor, which the caller closes.
public func openForWriting(_ path: String) throws(OutputFailure) -> Int32 {
  let descriptor =
    stream(path).map { fcntl($0, F_DUPFD_CLOEXEC, 0) }
    ?? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw OutputFailure(path: path, code: errno) }
  return descriptor
}

/// The descriptor that a path names.
private func stream(_ path: String) -> Int32? {
  switch path {
  case "/dev/stdout": 1
  case "/dev/stderr": 2
  case _ where path.hasPrefix("/dev/fd/"): Int32(path.dropFirst("/dev/fd/".count))
  default: nil
  }
}

/// Writes a file, or to a device or a pipe.
public func writeFile(_ bytes: some Sequence<UInt8>, at path: String) throws(OutputFailure) {
  let descriptor = try openForWriting(path)
  var code = ContiguousArray(bytes).withUnsafeBytes { writeAll($0, to: descriptor) }
  if close(descriptor) != 0, code == 0, errno != EINTR { code = errno }
  if code != 0 { throw OutputFailure(path: path, code: code) }
}
