#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why a file could not be read.
public enum FileFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file or a folder of its path does not exist.
  case missing
  /// The user may not read the file.
  case noPermission
  /// The path is that of a folder.
  case isDirectory
  /// A pipe, a socket, a device.
  case notRegular
  /// Larger than the limit, in bytes.
  case tooLarge(limit: Int)
  /// Another reason, as the operating system states it.
  case other(String)

  /// What is wrong.
  public var description: String {
    switch self {
    case .missing: "the file does not exist"
    case .noPermission: "no permission to read the file"
    case .isDirectory: "this is a folder; must be a file"
    case .notRegular: "not a regular file"
    case .tooLarge(let limit):
      limit >= 1 << 30
        ? "the file is larger than \(limit >> 30) GB; split it"
        : "the file is larger than \(limit >> 20) MB"
    case .other(let reason): "the file cannot be read: \(reason)"
    }
  }
}

extension FileFailure {
  /// A file that is too large is bad data; every other failure is an unreadable file.
  public var reason: InputProblems.Reason {
    if case .tooLarge = self { .badData } else { .unreadable }
  }
}

/// The largest sizes of files, in bytes.
public enum FileLimit {
  /// A table. The offsets of its cells have 32 bits.
  public static let table = 4 << 30
  /// A text that people write, such as YAML.
  public static let text = 4 << 20
  /// A record in JSON that this program wrote.
  public static let record = 64 << 20
}

/// The bytes of a regular file.
///
/// Kind and size are checked before the file is opened, since to open a pipe or a device can block or have effects. The
/// size is checked again while reading, since it can change.
///
/// - Parameters:
///   - path: path of the file.
///   - limit: the largest size, in bytes.
/// - Throws: why the file cannot be read.
public func contents(
  ofFile path: String, limit: Int = FileLimit.table
) throws(FileFailure) -> [UInt8] {
  var status = stat()
  guard stat(path, &status) == 0 else { throw fileFailure(errno) }
  _ = try size(status, limit)
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
  guard descriptor >= 0 else { throw fileFailure(errno) }
  defer { close(descriptor) }
  guard fstat(descriptor, &status) == 0 else { throw fileFailure(errno) }

  // One byte more than announced, so that the end is seen without growing.
  var bytes = [UInt8](repeating: 0, count: try size(status, limit) + 1)
  var count = 0
  while true {
    if count == bytes.count {
      guard count <= limit else { throw .tooLarge(limit: limit) }
      bytes.append(contentsOf: repeatElement(0, count: min(max(4096, count), limit + 1 - count)))
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

/// The announced size of what is a regular file and not too large.
private func size(_ status: stat, _ limit: Int) throws(FileFailure) -> Int {
  let kind = status.st_mode & mode_t(S_IFMT)
  guard kind != mode_t(S_IFDIR) else { throw .isDirectory }
  guard kind == mode_t(S_IFREG) else { throw .notRegular }
  guard status.st_size <= limit else { throw .tooLarge(limit: limit) }
  return Int(status.st_size)
}

/// Why a path is not the path of a folder; nil if it is.
public func folderFailure(_ path: String) -> FileFailure? {
  var status = stat()
  guard stat(path, &status) == 0 else { return fileFailure(errno) }
  return status.st_mode & mode_t(S_IFMT) == mode_t(S_IFDIR) ? nil : .notRegular
}

/// The failure that a number of the operating system stands for.
func fileFailure(_ code: Int32) -> FileFailure {
  switch code {
  case ENOENT, ENOTDIR: .missing
  case EACCES, EPERM: .noPermission
  case EISDIR: .isDirectory
  default: .other(String(cString: strerror(code)))
  }
}
