extension [UInt8] {
  /// Whether the bytes have others in them, one after the other.
  func has(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, count >= wanted.count else { return false }
    return withUnsafeBufferPointer { all in
      (0...(all.count - wanted.count)).contains { start in
        all[start] == first && wanted.indices.allSatisfy { all[start + $0] == wanted[$0] }
      }
    }
  }
}
