public import Sourcing
public import Tables

/// Reads a sharing arrangement outside a model, as studies list them.
public enum SharingReader {
  /// `{mode: quota, members: quad, quota: 30%, fairness: max_min}`; nil, which is noted, where it is none.
  public static func read(
    _ value: YAMLValue, instance: Instance, file: String, log: ProblemLog
  ) -> Sharing? {
    let scope = ModelScope(instance: instance, file: file, log: log)
    return OptionsReader(scope: scope, history: .fix).sharing(value)
  }
}
