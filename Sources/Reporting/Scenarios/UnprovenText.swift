/// How reports say that no plan was found but that this is not proven.
public enum UnprovenText {
  /// It is said of mixed-integer programs only.
  public static let sentence =
    "The solver found no plan, but this is not proven: the proof takes too many steps."
}
