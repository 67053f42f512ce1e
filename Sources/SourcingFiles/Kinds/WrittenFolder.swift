import Foundation
import Tables

/// What the program's own folders are recognised by: the names of their files, and what their lists say.
package enum WrittenFolder {
  /// The list of files in each folder that the program writes.
  package static let listing = "plusone.json"
  /// The file of a stored plan that says what it was made with.
  package static let summary = "summary.json"
  /// The file of a study's results that says what they were made with.
  package static let manifest = "manifest.json"
  /// The file of the figures of a run.
  package static let run = "run.json"
  /// The file of the times of a run.
  package static let times = "times.json"

  /// What the list of a folder of a stored plan says that it holds.
  package static let plan = "plan"
  /// What the list of a folder of a study's results says that it holds.
  package static let study = "study"
  /// What the list of a folder of a run says that it holds.
  package static let runOfStudy = "run"
  /// What the list of a folder of a sensitivity analysis says that it holds.
  package static let sensitivity = "sensitivity"

  private struct Listing: Decodable {
    var program: String
    var holds: String
  }

  /// The keys of a summary that every version of the program has written.
  private struct Summary: Decodable {
    struct Source: Decodable { var hash: String }
    var instance: Source
    var model: Source
    var status: String
  }

  /// The keys of a manifest that every version of the program has written.
  private struct Manifest: Decodable {
    struct Run: Decodable {
      var run: String
      var status: String
    }
    var runs: [Run]
  }

  /// What a folder holds: a plan, a study's results or a run of them, by its list of files. A folder that has lost its
  /// list, or that an earlier version wrote, is recognised by its summary or manifest. nil for another folder.
  ///
  /// - Parameter folder: its path.
  static func kind(of folder: String) -> InputKind? {
    if let list = read(Listing.self, "\(folder)/\(listing)"), list.program == "plusone" {
      switch list.holds {
      case plan, runOfStudy: return .plan
      case study: return .results
      default: return nil
      }
    }
    if read(Summary.self, "\(folder)/\(summary)") != nil { return .plan }
    return read(Manifest.self, "\(folder)/\(manifest)") != nil ? .results : nil
  }

  private static func read<Value: Decodable>(_ type: Value.Type, _ file: String) -> Value? {
    guard let bytes = try? contents(ofFile: file, limit: FileLimit.record) else { return nil }
    return try? JSONDecoder().decode(type, from: Data(bytes))
  }
}
