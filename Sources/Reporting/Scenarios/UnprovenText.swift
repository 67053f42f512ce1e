/// The sentence of reports for a plan that was not found, without proof that there is none.
public enum UnprovenText {
  /// For mixed-integer programs only.
  public static let sentence =
    "The solver found no plan, but this is not proven: the proof takes too many steps."
}
