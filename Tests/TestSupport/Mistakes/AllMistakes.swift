extension Mistake {
  /// Mistakes of every kind, over all tables and keys.
  public static let all: [Mistake] =
    files + form + spreadsheets + yaml + names + numbers + rules + sources + assumptions
}
