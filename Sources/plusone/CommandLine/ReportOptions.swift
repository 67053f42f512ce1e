import ArgumentParser
import Foundation
import Reporting

/// What a command says of `--format` in its help: each has other tables.
protocol FormatHelp {
  /// What the report, the table and the JSON text are.
  static var format: String { get }
}

/// The help of `--markdown`.
enum MarkdownHelp {
  static let text: ArgumentHelp =
    "Print the report as Markdown, with whole tables, for a page or a message."
}

/// Refuses a format of `--format` beside `--markdown`, which is a form of the report.
///
/// - Throws: `ValidationError`.
func requireReport(_ format: OutputFormat) throws {
  guard format != .table else { return }
  throw ValidationError(
    "--markdown is a form of the report, and --format \(format.rawValue) prints none; give one of them"
  )
}

/// The options of commands that print a report: `--format csv`, `--markdown`.
struct ReportOptions<Help: FormatHelp>: ParsableArguments {
  @Option(help: ArgumentHelp(Help.format))
  var format: OutputFormat = .table

  @Flag(help: MarkdownHelp.text)
  var markdown = false

  func validate() throws { if markdown { try requireReport(format) } }

  /// Prints the answer in the form that is asked for.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - csv: the table.
  ///   - json: the JSON text.
  /// - Throws: what these throw; `OutputFailure`.
  func show<Report: BlockReport>(
    _ report: @autoclosure () throws -> Report, csv: @autoclosure () throws -> ReportTable,
    json: @autoclosure () throws -> Data
  ) throws {
    switch format {
    case .table: try show(report())
    case .csv: try Console.write(try csv())
    case .json: try Console.write(try json())
    }
  }

  /// Prints a report.
  func show(_ report: some BlockReport) throws { try Console.write(report, asMarkdown: markdown) }
}
