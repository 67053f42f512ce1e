import Outputs

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Renames whatever is at a path to a free name: `PLACE.moved-aside`, `PLACE.moved-aside-2` and so on.
///
/// - Parameter place: where it would belong; nil: where it is.
func moveAside(_ path: String, from place: String? = nil) throws(OutputFailure) {
  let wanted = "\(place ?? path).moved-aside"
  var (free, number) = (wanted, 1)
  while FileKind.of(free) != nil {
    number += 1
    free = "\(wanted)-\(number)"
  }
  guard rename(path, free) == 0 else {
    throw OutputFailure(path: path, code: errno, done: "moved to \(free)")
  }
}
