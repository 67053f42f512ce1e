import Foundation
import Sourcing
import SourcingFiles
public import Tables

/// The folder of an import: a new one, an empty one, or the folder of an instance that the import adds to.
public struct ImportTarget: Sendable {
  /// Path of the folder.
  public let folder: String
  /// The instance in the folder; nil: there is none yet.
  let instance: Instance?
  /// The manifest, if its periods are as an import wrote them; an import of other years extends them.
  let manifest: OwnManifest?

  /// Reads the instance in the folder, if there is one.
  ///
  /// - Throws: all problems of the instance; also a currency other than US dollars.
  public init(folder: String) throws(InputProblems) {
    self.folder = folder
    let path = "\(folder)/instance.yaml"
    guard FileManager.default.fileExists(atPath: path) else {
      instance = nil
      manifest = nil
      return
    }
    let found = try InstanceReader.read(folder: folder)
    guard MoneyUnit(currency: found.currency) != nil else {
      throw InputProblems([
        Problem(
          "found `\(found.currency)`; the source has US dollars, so the currency must start with USD, USD thousand, USD million or USD billion",
          file: path, column: "currency")
      ])
    }
    instance = found
    let bytes = try? contents(ofFile: path, limit: FileLimit.text)
    manifest = bytes.flatMap { OwnManifest(text: String(decoding: $0, as: UTF8.self)) }
  }

  /// Money of the instance.
  var money: MoneyUnit {
    instance.flatMap { MoneyUnit(currency: $0.currency) } ?? .standard
  }

  /// Years that are periods of the instance; nil: all, since the import writes or extends the periods.
  var years: Set<Int>? {
    if manifest != nil { return nil }
    return instance.map { instance in
      Set(instance.horizon.periods.filter { $0.years == 1 }.compactMap { Int($0.label) })
    }
  }

  /// The tables of the folder as text.
  ///
  /// - Throws: problems of tables that cannot be read.
  func tables() throws(InputProblems) -> TextTables {
    guard instance != nil else { return [:] }
    let log = ProblemLog()
    var result: TextTables = [:]
    for kind in InstanceTable.allCases {
      let path = "\(folder)/\(kind.fileName)"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      do throws(FileFailure) {
        result[kind] = TextTable(
          CSVTable(file: path, bytes: try contents(ofFile: path), problems: log))
      } catch {
        log.add(error, file: path)
      }
    }
    try log.throwIfAny()
    return result
  }
}

/// The years of an import.
struct YearFilter: Sendable {
  /// The years that the user named; nil: all.
  var wanted: Set<Int>?
  /// The years that are periods of the instance; nil: all.
  var periods: Set<Int>?

  /// The reason why a year is left out; nil if it is read.
  func objection(to year: Int) -> String? {
    if let wanted, !wanted.contains(year) { return "another year than asked for" }
    if let periods, !periods.contains(year) {
      return "\(year) is no period of the instance; \(advice(year))"
    }
    return nil
  }

  /// What to write so that a year can be imported.
  private func advice(_ year: Int) -> String {
    guard let first = periods?.min(), let last = periods?.max(), last - first + 1 == periods?.count
    else { return "to use it, add it to `periods` of instance.yaml" }
    return
      "to use it, write `\(OwnManifest.periods(from: min(first, year), to: max(last, year)))` in instance.yaml"
  }
}
