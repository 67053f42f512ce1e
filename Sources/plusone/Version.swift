/// The version of the program, the only place that holds it. `scripts/release` changes it.
///
/// Between two releases it is that of the next one with `-dev`. Hashes of studies' runs contain it, so that `study --resume`
/// computes runs of another version again.
enum Version {
  static let text = "0.2.0-dev"
}
