import Sourcing
import Tables

/// The contents of `instance.yaml`.
struct Manifest: Sendable {
  var name = ""
  var title = ""
  var currency = ""
  var description = ""
  var sources: [String] = []
  var parameters: [String: String] = [:]
  /// Line of each parameter.
  var parameterLines: [String: Int] = [:]
  var horizon = Horizon([], discountRate: 0)
  /// Line of each period.
  var periodLines: [Int] = []
  /// Name of the region or bloc that plans, with its line.
  var home: (id: String, line: Int)?
  /// Path of the file.
  var file: String

  /// Name of the file in the folder of an instance.
  package static let fileName = "instance.yaml"
}

extension Manifest {
  init(file: String, bytes: [UInt8], log: ProblemLog) {
    self.init(file: file)
    guard let value = YAMLReader.read(bytes, file: file, log: log),
      let fields = YAMLFields(value, as: .manifest, file: file, log: log)
    else { return }

    name = fields.identifier("name") ?? ""
    title = fields.text("title") ?? name
    currency = fields.text("currency") ?? ""
    description = fields.text("description") ?? ""
    readHome(fields)
    readParameters(fields)
    readSources(fields)
    let rate = fields.number("discount_rate")
    let periods = PeriodsReader(fields: fields).read(fields.value("periods"))
    horizon = Horizon(periods.map { ($0.label, $0.years) }, discountRate: rate ?? 0)
    periodLines = periods.map(\.line)
  }

  private mutating func readHome(_ fields: YAMLFields) {
    guard let value = fields.value("home"), let id = fields.text(value, "home") else { return }
    home = (id, value.line)
  }

  private mutating func readParameters(_ fields: YAMLFields) {
    guard let value = fields["parameters"] else { return }
    guard let entries = value.mapping else {
      fields.report("found \(value.kindName); must be a mapping", value.line, "parameters")
      return
    }
    for entry in entries {
      guard isIdentifier(entry.key) else {
        fields.report("`\(entry.key)` is not an identifier", entry.keyLine, "parameters")
        continue
      }
      if let text = fields.text(entry.value, entry.key) {
        parameters[entry.key] = text
        parameterLines[entry.key] = entry.keyLine
      }
    }
  }

  private mutating func readSources(_ fields: YAMLFields) {
    guard let value = fields["sources"] else { return }
    guard let items = value.sequence else {
      fields.report("found \(value.kindName); must be a list", value.line, "sources")
      return
    }
    sources = items.compactMap { fields.text($0, "sources") }
  }
}

/// Reads `periods` in its three forms: a list of labels, a range of years, a list with lengths.
private struct PeriodsReader {
  let fields: YAMLFields

  struct ReadPeriod {
    var label: String
    var years: Int
    var line: Int
  }

  func read(_ value: YAMLValue?) -> [ReadPeriod] {
    guard let value else { return [] }
    if value.mapping != nil { return range(value) }
    guard let items = value.sequence, !items.isEmpty else {
      fields.report(
        "found \(value.kindName); must be a list of periods or {from: 2019, to: 2030}", value.line,
        "periods")
      return []
    }
    var labels: Set<String> = []
    return items.compactMap { item in
      guard let period = period(item), isSound(period.label, item) else { return nil }
      guard labels.insert(period.label).inserted else {
        fields.report("the period `\(period.label)` is given twice", item.line, "periods")
        return nil
      }
      return period
    }
  }

  private func range(_ value: YAMLValue) -> [ReadPeriod] {
    guard
      let range = YAMLFields(value, as: .periodRange, file: fields.file, log: fields.log)
    else { return [] }
    let (from, to) = (range.whole("from"), range.whole("to"))
    guard let from, let to else { return [] }
    guard from <= to, to - from < 1000 else {
      range.report(
        "found from \(from) to \(to); `from` must not be after `to`, and at most 1000 years lie between",
        value.line, "periods")
      return []
    }
    return (from...to).map { ReadPeriod(label: String($0), years: 1, line: value.line) }
  }

  private func period(_ item: YAMLValue) -> ReadPeriod? {
    guard item.mapping != nil else {
      return fields.text(item, "periods").map {
        ReadPeriod(label: $0, years: 1, line: item.line)
      }
    }
    guard
      let period = YAMLFields(item, as: .period, file: fields.file, log: fields.log),
      let label = period.text("label")
    else { return nil }
    return ReadPeriod(label: label, years: period.whole("years") ?? 1, line: item.line)
  }

  private func isSound(_ label: String, _ item: YAMLValue) -> Bool {
    guard Horizon.isLabel(label) else {
      fields.report(
        "`\(label)` cannot name a period; use letters, digits, `_`, `.` and `-`, and not `first` or `last`",
        item.line, "periods")
      return false
    }
    return true
  }
}
