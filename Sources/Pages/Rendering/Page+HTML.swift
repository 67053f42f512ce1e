import Charts
import Crypto
public import Foundation
import Mustache

extension Page {
  /// The page as one HTML file, which asks for nothing from anywhere.
  ///
  /// - Parameter charting: the library that draws pictures, and outlines of countries.
  /// - Throws: `EncodingError`; ``LostTemplate``.
  public func html(_ charting: Charting) throws -> Data {
    let template = try PageTemplate()
    var context = PageContext(self)
    try context.addPictures(pictures, charting)
    context.policy = Self.policy(scripts: [context.library, context.script])
    return Data(try template.render(context).utf8)
  }

  /// What a browser lets the page do: run its own two scripts, which are named by their hashes, and nothing else. A script
  /// that came into the page with a name of the data would not run.
  private static func policy(scripts: [String]) -> String {
    let hashes = scripts.filter { !$0.isEmpty }.map { script in
      "'sha256-\(Data(SHA256.hash(data: Data(script.utf8))).base64EncodedString())'"
    }
    let allowed = hashes.isEmpty ? "'none'" : hashes.joined(separator: " ")
    return "default-src 'none'; script-src \(allowed); style-src 'unsafe-inline'; "
      + "img-src data: blob:; base-uri 'none'; form-action 'none'"
  }
}

/// The program has lost the template of pages, which is a mistake of the program.
public struct LostTemplate: Error {}

/// The templates of a page.
struct PageTemplate {
  private let library: MustacheLibrary

  /// - Throws: an error of the template library where a template is wrong, which is a mistake of the program.
  init() throws {
    var library = MustacheLibrary()
    try library.register(Self.text(PackageResources.page_mustache), named: "page")
    try library.register(Self.text(PackageResources.table_mustache), named: "table")
    self.library = library
  }

  /// - Throws: ``LostTemplate``.
  func render(_ context: PageContext) throws(LostTemplate) -> String {
    guard let text = library.render(context, withTemplate: "page") else { throw LostTemplate() }
    return text
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
