import Foundation
import Tables

/// The edition of the Harmonized System and the release of a file of BACI, as its name has them:
/// `BACI_HS92_Y2024_V202401b.csv`.
struct BACIRelease: Hashable {
  /// `HS92`; nil: the name does not say.
  let edition: String?
  /// `202401b`; nil: the name does not say.
  let release: String?

  /// Reads the name of a file.
  init(file: String) {
    let name = file.lastPathPart
    let parts = (name.split(separator: ".").first ?? "").split(separator: "_")
    edition = parts.lazy.map { $0.uppercased() }.first {
      $0.count == 4 && $0.hasPrefix("HS") && $0.dropFirst(2).allSatisfy(\.isNumber)
    }
    release =
      parts.lazy.filter { part in
        part.count >= 7 && part.lowercased().hasPrefix("v")
          && part.dropFirst().prefix(6).allSatisfy(\.isNumber)
      }.map { String($0.dropFirst()) }.first
  }

  /// `BACI 202401b, HS92`, for the `source` of a row with the codes of its goods.
  var words: String { "BACI\(release.map { " \($0)" } ?? ""), \(edition ?? "HS")" }

  /// A list of the release in the folder of a file, such as `country_codes_V202401b.csv`; nil if there is none.
  ///
  /// - Parameter start: how its name begins.
  static func list(_ start: String, beside file: String) -> String? {
    let folder = file.contains("/") ? String(file.dropLast(file.lastPathPart.count)) : ""
    let all = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    let lists = (all ?? []).filter { $0.hasPrefix(start) && $0.hasSuffix(".csv") }.sorted()
    let release = BACIRelease(file: file).release
    let own = release.flatMap { wanted in lists.first { BACIRelease(file: $0).release == wanted } }
    return (own ?? lists.last).map { folder + $0 }
  }
}

extension [BACIRelease] {
  /// Notes that files are of several releases.
  ///
  /// - Parameter files: the paths, in the same order.
  func noteMixed(_ files: [String], _ summary: inout ImportSummary) {
    let names = [String](Set(compactMap(\.release))).sorted()
    guard names.count > 1,
      let place = indices.first(where: { self[$0].release == names.last })
    else { return }
    summary.count(
      .note,
      "files of several releases of BACI (\(names.joined(separator: ", "))): their figures of one year can differ",
      at: FilePlace(file: files[place], line: 1))
  }

  /// Notes as a problem that files are of several editions of the HS, in which one code can mean several goods.
  func checkEdition(_ files: [String], log: ProblemLog) {
    guard let first = indices.first(where: { self[$0].edition != nil }) else { return }
    for place in indices.dropFirst(first + 1) {
      guard let edition = self[place].edition, let expected = self[first].edition,
        edition != expected
      else { continue }
      log.add(
        "a file of the edition \(edition) of the HS, but \(files[first].lastPathPart) is of \(expected): the same code can mean other goods; name files of one edition in a command",
        file: files[place])
    }
  }
}
