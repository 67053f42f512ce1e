import ArgumentParser
import Charts
import Foundation
import LinearProgramming
import Pages
import Reporting
import Sourcing
import Storage
import Tables

/// `--html FILE` and `--charts DIR`, for commands whose answer can be looked at.
struct PageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write the answer as a page with pictures: one HTML file that opens offline in any browser.",
      valueName: "file"), completion: .file(extensions: ["html"]))
  var html: String?

  @Option(
    help: ArgumentHelp(
      "Write the specification of each picture with its data into this folder, as JSON for Vega-Lite.",
      valueName: "folder"), completion: .directory)
  var charts: String?

  private static let charts = OutputFolder.Kind("charts")

  /// Refuses paths that must not be written, and a page that cannot be drawn, before any work is done.
  ///
  /// - Parameter inputs: files and folders that the command reads.
  /// - Throws: `OutputFailure`; `InputProblems` if the files for drawing are not installed.
  func check(inputs: [String]) throws {
    if let html { try OutputFile.check(html, inputs: inputs) }
    if let charts { try OutputFolder.check(charts, Self.charts, inputs: inputs) }
    if html != nil || charts != nil { _ = try ShippedFolders.charting() }
  }

  /// Writes what is asked for, and says so on standard error.
  ///
  /// - Parameters:
  ///   - inputs: files and folders that the command reads.
  ///   - page: makes the page; it is not called if nothing is asked for.
  /// - Throws: `OutputFailure`, and what `page` throws.
  func write(inputs: [String], _ page: () throws -> Page) throws {
    guard html != nil || charts != nil else { return }
    let files = try Charting(ShippedFolders.charting())
    let page = try Console.progress.step("drawing the page") { try page() }
    if let html {
      try OutputFile.write(try page.html(files), to: html, inputs: inputs)
      printError("wrote the page to \(html)")
    }
    if let charts {
      let outlines = try files.features()
      try OutputFolder.write(to: charts, Self.charts, inputs: inputs) { folder in
        for picture in page.pictures {
          let text = try picture.json(isPretty: true, outlines: outlines)
          try folder.write(text + Data("\n".utf8), as: picture.fileName)
        }
      }
      let count = page.pictures.count
      printError("wrote \(count) \(count == 1 ? "picture" : "pictures") to \(charts)")
    }
  }
}

extension Charting {
  /// The contents of the files that were installed.
  ///
  /// - Throws: `InputProblems` if one cannot be read.
  fileprivate init(_ files: ChartingFiles) throws {
    let read = { (path: String) throws -> Data in
      do throws(FileFailure) { return Data(try contents(ofFile: path)) } catch {
        throw InputProblems([Problem("\(error)", file: path)], reason: error.reason)
      }
    }
    self.init(
      library: try read(files.library), licences: try read(files.licences),
      outlines: try read(files.outlines))
  }
}

extension Page.Making {
  /// A page of this run of the program.
  ///
  /// - Parameters:
  ///   - inputs: names of inputs with the hashes of what was read.
  ///   - solver: name and version of the solver; nil: nothing was solved.
  static func now(
    inputs: [(name: String, hash: String)], solver: String? = ChosenSolver.solver.name
  ) -> Page.Making {
    let words = ["plusone"] + CommandLine.arguments.dropFirst().map(shellWord)
    return Page.Making(
      program: "PlusOne \(Version.text)", command: words.joined(separator: " "), inputs: inputs,
      solver: solver)
  }
}

extension Summary {
  /// Names of instance and model with the hashes of what was read.
  var inputHashes: [(name: String, hash: String)] {
    [("instance \(instance.name)", instance.hash), ("model \(model.name)", model.hash)]
  }
}

/// How ranges can be had: a sentence for a page without them.
///
/// - Returns: nil if the instance has no assumption with a range.
func adviceOnRanges(for instance: Instance) -> String? {
  let count = instance.assumptions.count
  guard count > 0 else { return nil }
  let these = count == 1 ? "1 assumption" : "\(count) assumptions"
  return
    "The instance has ranges for \(these): add --worlds 200 to see how far the figures move with them."
}
