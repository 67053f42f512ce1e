package import Sourcing

extension Model {
  /// The parameters of the model with their values, in one line; nil if there is none. Those of the shipped models that
  /// options of the command replace in a stress run (`--allocation`, `--months`) are left out: their values are not in
  /// force.
  ///
  /// - Parameter options: of the stress run.
  package func parameterText(in options: StressOptions) -> String? {
    parameterText(without: parametersReplaced(in: options))
  }

  /// Names of the parameters whose values options of the command replace in a stress run.
  package func parametersReplaced(in options: StressOptions) -> Set<String> {
    let ofWindow = [
      ("allocation", stress.allocation.rawValue, options.allocation.rawValue),
      ("horizon", "\(stress.horizonMonths)", "\(options.horizonMonths)"),
    ]
    let replaced = ofWindow.filter { name, ofModel, inForce in
      ofModel != inForce && parameters[name] == ofModel
    }
    return Set(replaced.map(\.0))
  }
}

extension StressOptions {
  /// What `served before all others` means under the allocation, as the end of a sentence.
  package var servedFirst: String {
    let first = "served before all others"
    return allocation == .efficient
      ? first : first + ", as far as suppliers that cut all foreign customers alike can do so"
  }
}
