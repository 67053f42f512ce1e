import ArgumentParser
import Charts
import Foundation
import LinearProgramming
import Pages
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

  private static let pictures = OutputFolder.Kind("pictures")

  /// Refuses paths that must not be written, and a page that cannot be drawn, before any work is done.
  ///
  /// - Parameters:
  ///   - inputs: files and folders that the command reads.
  ///   - stored: a folder of results that the command reads, in which nothing may be written.
  ///   - out: where the command writes its tables.
  /// - Throws: `OutputFailure`; `InputProblems` if the files for drawing are not installed.
  func check(inputs: [String], stored: String? = nil, out: String? = nil) throws {
    let places = [html, charts].compactMap(\.self)
    guard !places.isEmpty else { return }
    if let stored { for place in places { try OutputPlaces.check(place, outside: stored) } }
    try OutputPlaces.checkApart([out].compactMap(\.self) + places)
    if let html { try OutputFile.check(html, inputs: inputs) }
    if let charts { try OutputFolder.check(charts, Self.pictures, inputs: inputs) }
    _ = try ShippedFolders.charting()
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
      try OutputFolder.write(to: charts, Self.pictures, inputs: inputs) { folder in
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
