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

  /// Reads the instance in the folder, if there is one.
  ///
  /// - Throws: all problems of the instance; also a currency other than US dollars.
  public init(folder: String) throws(InputProblems) {
    self.folder = folder
    let manifest = "\(folder)/instance.yaml"
    guard FileManager.default.fileExists(atPath: manifest) else {
      instance = nil
      return
    }
    let found = try InstanceReader.read(folder: folder)
    guard MoneyUnit(currency: found.currency) != nil else {
      throw InputProblems([
        Problem(
          "found `\(found.currency)`; the source has US dollars, so the currency must start with USD, USD thousand, USD million or USD billion",
          file: manifest, column: "currency")
      ])
    }
    instance = found
  }

  /// Money of the instance.
  var money: MoneyUnit {
    instance.flatMap { MoneyUnit(currency: $0.currency) } ?? .standard
  }

  /// Years that are periods of the instance; nil: all.
  var years: Set<Int>? {
    instance.map { instance in
      Set(instance.horizon.periods.filter { $0.years == 1 }.compactMap { Int($0.label) })
    }
  }

  /// Whether a process other than the given one makes the commodity already.
  func hasProducer(of commodity: String, besides process: String) -> Bool {
    guard let instance else { return false }
    return instance.processes.contains {
      instance.commodities[$0.output].id == commodity && $0.id != process
    }
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
    if let periods, !periods.contains(year) { return "a year that is no period of the instance" }
    return nil
  }
}
