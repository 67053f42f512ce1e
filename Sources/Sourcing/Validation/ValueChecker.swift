private import Numbers

/// Collects what is wrong with values.
struct ValueChecker {
  private(set) var problems: [ValueProblem] = []

  /// The numbers that a field may hold.
  enum Rule {
    /// 0 or more.
    case amount
    /// 0 or more, of any size: a very large limit, or infinity, is no limit.
    case limit
    /// Above 0.
    case positive
    /// Within a range.
    case within(ClosedRange<Double>)

    static let share = Rule.within(0...1)
  }

  mutating func add(_ element: String, _ field: String, _ message: String) {
    problems.append(ValueProblem(element: element, field: field, message: message))
  }

  /// Throws what was found, if anything was.
  func throwIfAny() throws(ValueProblems) {
    if !problems.isEmpty { throw ValueProblems(problems: problems) }
  }

  // MARK: Numbers

  mutating func check(_ value: Double, _ rule: Rule, _ element: String, _ field: String) {
    if let wanted = Self.objection(to: value, rule) {
      add(element, field, "found \(value); must be \(wanted)")
    }
  }

  /// Checks a value that may be left out.
  mutating func check(_ value: Double?, _ rule: Rule, _ element: String, _ field: String) {
    if let value { check(value, rule, element, field) }
  }

  /// Checks one number a period; false if there is not one for each period.
  @discardableResult
  mutating func check(
    _ values: PerPeriod<Double>, _ rule: Rule, _ element: String, _ field: String,
    _ horizon: Horizon
  ) -> Bool {
    guard values.count == horizon.count else {
      add(
        element, field,
        "found \(values.count) numbers; must be one for each of the \(horizon.count) periods")
      return false
    }
    for (period, value) in values.indexed() {
      if let wanted = Self.objection(to: value, rule) {
        add(element, field, "found \(value) in \(horizon[period].label); must be \(wanted)")
      }
    }
    return true
  }

  /// What a number must be that breaks a rule; nil if it keeps the rule.
  static func objection(to value: Double, _ rule: Rule) -> String? {
    let isLimit = if case .limit = rule { true } else { false }
    if value.isNaN || value.isInfinite && !(isLimit && value > 0) { return "a finite number" }
    switch rule {
    case .amount, .limit: if value < 0 { return "0 or more" }
    case .positive: if value <= 0 { return "above 0" }
    case .within(let range):
      if !range.contains(value) { return "from \(range.lowerBound) to \(range.upperBound)" }
    }
    if isLimit && value > Magnitude.range.upperBound { return nil }
    return Magnitude.isMeant(value) ? nil : Magnitude.text
  }

  // MARK: Names

  mutating func checkID(_ id: String, _ element: String, _ field: String = "id") {
    if !isIdentifier(id) {
      add(
        element, field,
        "must start with a letter or digit and go on with letters, digits, `_`, `.` and `-`")
    }
  }

  /// Checks the ids of a table.
  mutating func checkIDs(_ ids: [String], of kind: String) {
    var seen: Set<String> = []
    for id in ids {
      let element = "\(kind) `\(id)`"
      checkID(id, element)
      if !seen.insert(id).inserted { add(element, "id", "another \(kind) has it already") }
    }
  }

  // MARK: References

  /// Checks a reference; false if there is no such element.
  @discardableResult
  mutating func check<Kind>(
    _ index: TypedIndex<Kind>, in indices: Range<TypedIndex<Kind>>, _ element: String,
    _ field: String
  ) -> Bool {
    guard !indices.contains(index) else { return true }
    add(
      element, field, "found index \(index); there are \(indices.count), counted from 0")
    return false
  }

  /// Checks a reference that may be left out.
  mutating func check<Kind>(
    _ index: TypedIndex<Kind>?, in indices: Range<TypedIndex<Kind>>, _ element: String,
    _ field: String
  ) {
    if let index { check(index, in: indices, element, field) }
  }

  /// Checks a list of references, each ascending and once; false if one of them does not exist.
  @discardableResult
  mutating func check<Kind>(
    _ members: [TypedIndex<Kind>], in indices: Range<TypedIndex<Kind>>, _ element: String,
    _ field: String, mayBeEmpty: Bool = false
  ) -> Bool {
    if members.isEmpty, !mayBeEmpty { add(element, field, "is empty; name at least one") }
    if zip(members, members.dropFirst()).contains(where: { $0 >= $1 }) {
      add(element, field, "must be ascending, with each index once")
    }
    return members.reduce(true) { $0 && check($1, in: indices, element, field) }
  }

  /// Checks the first and the last period of something.
  mutating func check(
    from first: PeriodIndex?, _ firstField: String, to last: PeriodIndex?, _ lastField: String,
    _ element: String, _ horizon: Horizon
  ) {
    check(first, in: horizon.indices, element, firstField)
    check(last, in: horizon.indices, element, lastField)
    if let first, let last, first > last {
      add(element, lastField, "is before `\(firstField)`")
    }
  }
}
