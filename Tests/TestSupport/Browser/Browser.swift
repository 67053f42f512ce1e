import Foundation

/// A browser without a window for tests of pages: Chromium, which loads files and tells what they do.
///
/// ```swift
/// let page = try Browser.shared().draw(file: "plan.html", width: 400, scheme: .dark)
/// #expect(page.messages == [] && page.requests == [])
/// ```
public final class Browser: Sendable {
  /// The colours that the user prefers.
  public enum Scheme: String, Sendable {
    case light
    case dark
  }

  /// Where the page is shown.
  public enum Media: String, Sendable {
    case screen
    case print
  }

  /// When a page is ready to be looked at.
  public enum Readiness: Sendable {
    /// All that it names is loaded.
    case loaded
    /// `<html data-drawn="MILLISECONDS">`: it has said so itself.
    case drawn
  }

  private static let sharedBrowser = Result { try Browser() }

  /// The browser of all tests. It ends with the process.
  public static func shared() throws -> Browser { try sharedBrowser.get() }

  private let process: BrowserProcess
  private let connection: BrowserConnection
  /// One page is drawn at a time, so that the times mean something.
  private let drawing = NSLock()

  /// Starts a browser.
  public init() throws {
    process = try BrowserProcess()
    connection = BrowserConnection(process)
    try connection.call("Browser.getVersion")
  }

  /// Ends the browser. All calls fail from now on.
  public func close() { process.end() }

  /// Loads a file as a page and waits until it is ready.
  ///
  /// - Parameters:
  ///   - file: path of the HTML file.
  ///   - width: width of the window in CSS pixels.
  ///   - height: height of the window in CSS pixels.
  ///   - scheme: what `prefers-color-scheme` is.
  ///   - scripts: whether the page may run scripts. Without them a page is ready when it is loaded.
  ///   - media: the type of media that style sheets see.
  ///   - readiness: when the page is ready.
  ///   - seconds: how long a page that is loaded may take to say that it is drawn.
  /// - Throws: `BrowserProblem`, with the page's messages if it is not ready in time.
  public func draw(
    file: String, width: Int = 1200, height: Int = 900, scheme: Scheme = .light,
    scripts: Bool = true, media: Media = .screen, until readiness: Readiness = .drawn,
    within seconds: Double = 60
  ) throws -> DrawnPage {
    try drawing.withLock {
      let page = try DrawnPage(connection)
      try page.set(width: width, height: height)
      try page.set(scheme: scheme, scripts: scripts, media: media)
      try page.load(file, until: scripts ? readiness : .loaded, within: seconds)
      return page
    }
  }
}
