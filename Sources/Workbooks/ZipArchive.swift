import CZip

/// The parts of an archive in memory, read one by one. It belongs to one thread.
struct ZipArchive: ~Copyable {
  private let handle: OpaquePointer
  /// libzip reads from this copy as long as the archive is open.
  private let buffer: UnsafeMutableRawBufferPointer
  private let places: [String: zip_uint64_t]
  private let limits: WorkbookLimits
  private var bytesLeft: Int

  init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookFailure) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, bytes.count), alignment: 16)
    buffer.copyBytes(from: bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(
        buffer.baseAddress, zip_uint64_t(bytes.count), 0, &error),
      let handle = Self.open(source, &error)
    else {
      let reason = Self.words(&error)
      buffer.deallocate()
      throw .damaged(part: "the archive", reason: reason)
    }
    do throws(WorkbookFailure) {
      places = try Self.places(handle, limits)
    } catch {
      zip_discard(handle)
      buffer.deallocate()
      throw error
    }
    self.handle = handle
    self.buffer = buffer
    self.limits = limits
    bytesLeft = limits.totalBytes
  }

  deinit {
    zip_discard(handle)
    buffer.deallocate()
  }

  /// The archive of a source. It owns the source, which is freed where it cannot be opened.
  private static func open(_ source: OpaquePointer, _ error: inout zip_error_t) -> OpaquePointer? {
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      return nil
    }
    return handle
  }

  private static func places(
    _ handle: OpaquePointer, _ limits: WorkbookLimits
  ) throws(WorkbookFailure) -> [String: zip_uint64_t] {
    let count = Int(zip_get_num_entries(handle, 0))
    guard count <= limits.parts else {
      throw .tooLarge("it has \(count) parts, and \(limits.parts) is the most")
    }
    var places: [String: zip_uint64_t] = [:]
    for place in 0..<zip_uint64_t(max(0, count)) {
      guard let name = zip_get_name(handle, place, 0) else { continue }
      // The names of parts are the same whatever their case.
      let text = String(cString: name).lowercased()
      guard places.updateValue(place, forKey: text) == nil else {
        throw .damaged(part: text, reason: "the part is there twice")
      }
    }
    return places
  }

  func has(_ part: String) -> Bool { places[part.lowercased()] != nil }

  /// The unpacked bytes of a part, whose check sum is compared.
  mutating func contents(of part: String) throws(WorkbookFailure) -> [UInt8] {
    guard let place = places[part.lowercased()] else {
      throw .damaged(part: part, reason: "the part is missing")
    }
    guard let file = zip_fopen_index(handle, place, 0) else { throw failure(part) }
    defer { zip_fclose(file) }
    // One byte more than allowed, so that a part that is too large is seen. What the archive says of sizes may be wrong.
    let limit = min(limits.partBytes, bytesLeft)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = zip_fread(file, &chunk, zip_uint64_t(chunk.count))
      guard got >= 0 else {
        throw .damaged(part: part, reason: String(cString: zip_file_strerror(file)))
      }
      if got == 0 { break }
      bytes += chunk.prefix(Int(got))
      guard bytes.count <= limit else {
        throw .tooLarge("\(part) has more than \(limit) bytes")
      }
    }
    bytesLeft -= bytes.count
    return bytes
  }

  private func failure(_ part: String) -> WorkbookFailure {
    let error = zip_get_error(handle)
    let code = zip_error_code_zip(error)
    if [ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD].contains(code) { return .passwordProtected }
    return .damaged(
      part: part, reason: zip_error_strerror(error).map { String(cString: $0) } ?? "unknown")
  }

  private static func words(_ error: inout zip_error_t) -> String {
    zip_error_strerror(&error).map { String(cString: $0) } ?? "unknown"
  }
}
