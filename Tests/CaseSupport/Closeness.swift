/// Whether two amounts differ by at most `tolerance` of the larger one, or of 1 where both are smaller.
public func isClose(_ a: Double, _ b: Double, within tolerance: Double = 1e-6) -> Bool {
  abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}

/// Seeds of the random instances that most tests of laws use.
public let seeds = Array(UInt64(1)...16)
