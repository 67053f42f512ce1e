#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why a file could not be read.
public enum FileFailure: Error, Sendable, Hashable, CustomStringConvertible {
  case missing
  case noPermission
  case isDirectory
  /// A pipe, a socket, a device.
  case notRegular
  case other(String)

  /// What is wrong, in a few words.
  public var description: String {
    switch self {
    case .missing: "the file does not exist"
    case .noPermission: "no permission to read the file"
    case .isDirectory: "a folder stands where a file should be"
    case .notRegular: "not a regular file"
    case .other(let reason): "the file cannot be read: \(reason)"
    }
  }
}

/// The bytes of a regular file.
public func contents(ofFile path: String) throws(FileFailure) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else { throw fileFailure(errno) }
  defer { close(descriptor) }

  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw fileFailure(errno) }
  let kind = status.st_mode & mode_t(S_IFMT)
  guard kind != mode_t(S_IFDIR) else { throw .isDirectory }
  guard kind == mode_t(S_IFREG) else { throw .notRegular }

  // One byte more than announced, so that the end is seen without growing.
  var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
  var count = 0
  while true {
    if count == bytes.count {
      bytes.append(contentsOf: repeatElement(0, count: max(4096, count)))
    }
    let got = bytes.withUnsafeMutableBytes { buffer in
      read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
    }
    if got < 0 {
      guard errno == EINTR else { throw fileFailure(errno) }
      continue
    }
    if got == 0 { break }
    count += got
  }
  bytes.removeLast(bytes.count - count)
  return bytes
}

private func fileFailure(_ code: Int32) -> FileFailure {
  switch code {
  case ENOENT, ENOTDIR: .missing
  case EACCES, EPERM: .noPermission
  case EISDIR: .isDirectory
  default: .other(String(cString: strerror(code)))
  }
}
