import Tables

/// How the rows of an instance cite the files that they come from.
struct CountrySources: Sendable {
  /// The id of the trade statistics.
  let trade: String
  /// The id of the mining statistics; nil: there are none.
  let mines: String?
  /// The id of what `plusone new` assumes.
  static let assumed = "stated-assumptions"

  private let release: String?
  private let edition: String?
  private let firstYear: Int
  private let lastYear: Int
  private let mineFiles: [String]

  init(tradeFiles: [String], years: [Int], mines: (any MineTons)?) {
    let releases = tradeFiles.map { BACIRelease(file: $0) }
    edition = releases.lazy.compactMap(\.edition).first
    release = releases.lazy.compactMap(\.release).first
    trade =
      "baci" + (edition.map { "-\($0.lowercased())" } ?? "")
      + (release.map { "-v\($0.lowercased())" } ?? "")
    self.mines = mines == nil ? nil : "world-mining-data"
    firstYear = years.first ?? 0
    lastYear = years.last ?? 0
    mineFiles = mines?.summary.files ?? []
  }

  /// A line of a file of the trade statistics, as a cited source.
  func trade(_ place: FilePlace) -> String {
    "\(trade):\(Self.plain(place.file.lastPathPart)) line \(place.line)"
  }

  /// Figures of several lines.
  func trade(_ words: String) -> String { "\(trade):\(Self.plain(words))" }

  /// A mineral and a country of the mining statistics.
  func mines(_ words: String) -> String { "\(mines ?? ""):\(Self.plain(words))" }

  /// A `;` would begin another source.
  private static func plain(_ text: String) -> String { text.replacing(";", with: ",") }

  var table: String {
    var rows = ["source,title,publisher,year,url,licence,note"]
    let title = [
      "BACI: international trade at the product level",
      edition.map { "HS \($0.dropFirst(2))" }, release.map { "release \($0)" },
    ].compactMap(\.self).joined(separator: " ")
    let year = release.flatMap { Int($0.prefix(4)) } ?? lastYear
    rows.append(
      "\(trade),\(title),CEPII,\(year),https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37,Etalab 2.0,years \(firstYear) to \(lastYear)"
    )
    if let mines {
      rows.append(
        "\(mines),World Mining Data,\"Federal Ministry of Finance, Austria\",\(max(1000, lastYear)),https://www.world-mining-data.info,name the source; see the publisher's terms,\(Self.quoted("files " + mineFiles.map(\.lastPathPart).joined(separator: ", ")))"
      )
    }
    rows.append(
      "\(Self.assumed),Assumptions that the README of this instance states,plusone new,\(max(lastYear, 1000)),,,no publication: replace them by figures of your own"
    )
    return rows.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
