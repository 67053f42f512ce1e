import CZip
import Foundation

/// Makes ZIP archives by libzip.
public enum SampleArchive {
  /// Why an archive could not be made.
  public struct Failure: Error {}

  /// An archive with parts in the order of their names.
  ///
  /// - Parameters:
  ///   - parts: the contents by name.
  ///   - password: encrypts every part.
  public static func bytes(
    _ parts: [String: [UInt8]], password: String? = nil
  ) throws -> [UInt8] {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "archive.zip")
      guard let archive = zip_open(file.path, ZIP_CREATE, nil) else { throw Failure() }
      // libzip reads the contents when the archive is closed.
      var buffers: [UnsafeMutableRawBufferPointer] = []
      defer { for buffer in buffers { buffer.deallocate() } }
      for (name, bytes) in parts.sorted(by: { $0.key < $1.key }) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(
          byteCount: max(1, bytes.count), alignment: 1)
        buffer.copyBytes(from: bytes)
        buffers.append(buffer)
        let source = zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(bytes.count), 0)
        let place = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard place >= 0 else { throw Failure() }
        if let password {
          zip_file_set_encryption(
            archive, zip_uint64_t(place), zip_uint16_t(ZIP_EM_TRAD_PKWARE), password)
        }
      }
      guard zip_close(archive) == 0 else { throw Failure() }
      return Array(try Data(contentsOf: file))
    }
  }
}
