public import Sourcing
public import Tables

/// Reads an arrangement of sharing that is not part of a model.
public enum SharingReader {
  /// Reads a mapping such as `{mode: quota, members: quad, quota: 30%, fairness: max_min}`.
  ///
  /// - Returns: the arrangement; nil if it is wrong, which is noted.
  public static func read(
    _ value: YAMLValue, instance: Instance, file: String, log: ProblemLog
  ) -> Sharing? {
    let scope = ModelScope(instance: instance, file: file, log: log)
    return OptionsReader(scope: scope, history: .fix).sharing(value)
  }
}
