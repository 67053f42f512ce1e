import Foundation

/// A country or territory.
public struct Country: Sendable, Hashable {
  /// ISO 3166-1 alpha-3 code. It is the name of the region.
  public let code: String
  /// Number in the M49 standard of the UN.
  public let number: Int
  /// English name.
  public let name: String

  /// The country with a number of M49.
  static func numbered(_ number: Int) -> Country? { index.byNumber[number] }

  /// The country with an alpha-3 code.
  static func coded(_ code: String) -> Country? { index.byCode[code] }

  /// The country with an English name. Case, accents, spaces and footnote signs do not matter.
  static func named(_ name: String) -> Country? { index.byName[folded(name)] }

  static var all: [Country] { index.byCode.values.sorted { $0.code < $1.code } }

  private struct Index {
    var byCode: [String: Country] = [:]
    var byNumber: [Int: Country] = [:]
    var byName: [String: Country] = [:]
  }

  private static let index: Index = {
    var index = Index()
    for line in CountryTable.text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3, let number = Int(parts[1]) else { continue }
      let names = parts[2].split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let country = Country(code: parts[0], number: number, name: names[0])
      index.byCode[country.code] = country
      index.byNumber[number] = country
      for name in names + [country.code] { index.byName[folded(name)] = country }
    }
    return index
  }()

  /// The letters of a name without accents. Footnote signs are digits after the name.
  private static func folded(_ name: String) -> String {
    let plain = name.folding(
      options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "en"))
    return String(plain.filter(\.isLetter))
  }
}
