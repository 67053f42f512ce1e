import CGSL

/// Random numbers for one purpose: the Mersenne Twister `mt19937` of the GNU Scientific Library (Matsumoto and
/// Nishimura 1998). Its seed has 32 bits; they are a hash of the user's seed, the number of samples, the purpose and
/// a name. So a stream does not depend on how many other streams there are. All steps are whole-number arithmetic, or
/// exact: the numbers are the same on every machine.
struct RandomStream: ~Copyable {
  /// What the numbers are for.
  enum Purpose: String {
    /// A Latin hypercube, which is the first matrix of a Sobol design too.
    case hypercube
    /// The second matrix of a Sobol design.
    case secondMatrix
    /// The rows of resamples.
    case bootstrap
    /// Failures that are dealt out to the points of a sample.
    case dealing
  }

  private let generator: UnsafeMutablePointer<gsl_rng>

  init(seed: UInt64, samples: Int, purpose: Purpose, name: String = "") {
    GSL.withoutAborts
    // GSL fails here only if 5 kB cannot be had. Then Swift cannot go on either: its own allocations end the process.
    guard let generator = gsl_rng_alloc(plusone_mt19937()) else {
      fatalError("no memory for a random generator")
    }
    gsl_rng_set(generator, UInt(Self.hash(seed, UInt64(samples), "\(purpose.rawValue)/\(name)")))
    self.generator = generator
  }

  deinit { gsl_rng_free(generator) }

  /// Uniform in [0, 1), a multiple of 2⁻³².
  mutating func uniform() -> Double { gsl_rng_uniform(generator) }

  /// A whole number from 0 to `count` - 1, each equally probable.
  mutating func index(below count: Int) -> Int { Int(gsl_rng_uniform_int(generator, UInt(count))) }

  /// The numbers from 0 to `count` - 1 in random order (Fisher and Yates).
  mutating func permutation(of count: Int) -> [Int] {
    var places = Array(0..<count)
    // GSL takes no empty list.
    guard count > 1 else { return places }
    places.withUnsafeMutableBytes {
      gsl_ran_shuffle(generator, $0.baseAddress, count, MemoryLayout<Int>.stride)
    }
    return places
  }

  /// FNV-1a over the bytes of all three (Fowler, Noll and Vo), then the last step of SplitMix64 (Steele, Lea and
  /// Flood 2014), which spreads each bit over all; the upper 32 bits.
  private static func hash(_ seed: UInt64, _ samples: UInt64, _ name: String) -> UInt32 {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for word in [seed, samples] {
      for shift in 0..<8 { add(UInt8(truncatingIfNeeded: word >> UInt64(8 * shift))) }
    }
    name.utf8.forEach(add)
    state = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    state = (state ^ (state >> 27)) &* 0x94d0_49bb_1331_11eb
    return UInt32((state ^ (state >> 31)) >> 32)
  }
}
