import Foundation

/// A page that a browser has loaded, open until this value is released.
public final class DrawnPage: Sendable {
  private let connection: BrowserConnection
  private let context: String
  private let session: String
  /// An empty page in a window of its own, so that it counts as visible.
  init(_ connection: BrowserConnection) throws {
    let call = { (method: String, parameters: JSONValue, key: String) throws -> String in
      let result = try connection.call(method, parameters)
      guard let text = result[key]?.asText else { throw BrowserProblem("\(method): \(result)") }
      return text
    }
    self.connection = connection
    context = try call("Target.createBrowserContext", [:], "browserContextId")
    let target = try call(
      "Target.createTarget", ["url": "about:blank", "browserContextId": .text(context)], "targetId")
    session = try call(
      "Target.attachToTarget", ["targetId": .text(target), "flatten": true], "sessionId")
    for domain in ["Page", "Runtime", "Log", "Network", "Inspector"] {
      try self.call("\(domain).enable")
    }
  }

  deinit {
    _ = try? connection.call(
      "Target.disposeBrowserContext", ["browserContextId": .text(context)])
    connection.forget(session)
  }

  /// What the page has written to the console at any level, errors that nobody caught, and what the browser complains of, such
  /// as violations of the content security policy. Each begins with its kind.
  public var messages: [String] {
    connection.events(of: session).compactMap { event in
      let parameters = event.parameters
      switch event.method {
      case "Runtime.consoleAPICalled":
        let words = (parameters["args"]?.asList ?? []).map { word in
          word["value"]?.asText ?? word["description"]?.asText ?? "\(word["value"] ?? .null)"
        }
        return "\(parameters["type"]?.asText ?? "console"): \(words.joined(separator: " "))"
      case "Runtime.exceptionThrown":
        let details = parameters["exceptionDetails"]
        let text = details?["exception"]?["description"] ?? details?["text"]
        return "exception: \(text?.asText ?? "\(parameters)")"
      case "Log.entryAdded":
        let entry = parameters["entry"]
        let address = (entry?["url"]?.asText).map { " (\($0))" } ?? ""
        return "\(entry?["source"]?.asText ?? "browser"): \(entry?["text"]?.asText ?? "")\(address)"
      case "Inspector.targetCrashed":
        return "crash: the page has crashed"
      default: return nil
      }
    }
  }

  /// Every address that the page has asked for, but its own file and data that it holds itself (`data:`, `blob:`).
  public var requests: [String] {
    let events = connection.events(of: session).filter { $0.method == "Network.requestWillBeSent" }
    // The first is the request for the page itself.
    return events.dropFirst().compactMap { event in
      let url = event.parameters["request"]?["url"]?.asText ?? "an unknown address"
      return url.hasPrefix("data:") || url.hasPrefix("blob:") ? nil : url
    }
  }

  /// How long the page says that it took to draw everything.
  public var drawMilliseconds: Double? {
    get throws {
      try evaluate("document.documentElement.dataset.drawn ?? null").asText.flatMap(Double.init)
    }
  }

  /// Its pictures, in the order of the page.
  public var pictures: [DrawnPicture] {
    get throws {
      let found = try evaluate(DrawnPicture.script)
      return (found.asList ?? []).map(DrawnPicture.init)
    }
  }

  /// The value of a JavaScript expression in the page; of a promise, what it gives. Elements and functions have no value.
  ///
  /// - Throws: `BrowserProblem` if the expression throws.
  @discardableResult
  public func evaluate(_ javascript: String) throws -> JSONValue {
    let answer = try call(
      "Runtime.evaluate",
      ["expression": .text(javascript), "returnByValue": true, "awaitPromise": true])
    if let details = answer["exceptionDetails"] {
      let text = details["exception"]?["description"] ?? details["text"]
      throw BrowserProblem("\(javascript.prefix(200)): \(text?.asText ?? "\(details)")")
    }
    return answer["result"]?["value"] ?? .null
  }

  /// Writes what the window shows as a PNG file, or the whole page.
  public func screenshot(to path: String, fullPage: Bool = false) throws {
    var parameters: [String: JSONValue] = ["format": "png"]
    if fullPage {
      let size = try call("Page.getLayoutMetrics")["cssContentSize"]
      parameters["captureBeyondViewport"] = true
      parameters["clip"] = [
        "x": 0, "y": 0, "width": size?["width"] ?? 0, "height": size?["height"] ?? 0, "scale": 1,
      ]
    }
    try write(try call("Page.captureScreenshot", .object(parameters)), to: path)
  }

  /// Writes the page as it is printed on A4, as a PDF file.
  public func pdf(to path: String) throws {
    let a4: JSONValue = [
      "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": true, "preferCSSPageSize": true,
    ]
    try write(try call("Page.printToPDF", a4), to: path)
  }

  /// Changes the size of the window.
  public func set(width: Int, height: Int) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(Double(width)), "height": .number(Double(height)), "deviceScaleFactor": 1,
        "mobile": false,
      ])
  }

  func set(scheme: Browser.Scheme, scripts: Bool, media: Browser.Media) throws {
    try call("Emulation.setScriptExecutionDisabled", ["value": .boolean(!scripts)])
    try call(
      "Emulation.setEmulatedMedia",
      [
        "media": .text(media.rawValue),
        "features": [["name": "prefers-color-scheme", "value": .text(scheme.rawValue)]],
      ])
  }

  func load(_ file: String, until readiness: Browser.Readiness, within seconds: Double) throws {
    let url = URL(filePath: file).absoluteURL
    let answer = try call("Page.navigate", ["url": .text(url.absoluteString)])
    if let error = answer["errorText"]?.asText { throw BrowserProblem("\(file): \(error)") }
    do {
      try connection.wait(for: "Page.loadEventFired", of: session)
      let deadline = Date(timeIntervalSinceNow: seconds)
      while readiness == .drawn, try drawMilliseconds == nil {
        guard Date() < deadline else {
          throw BrowserProblem("it is loaded, but has no `data-drawn` \(seconds) seconds later")
        }
        Thread.sleep(forTimeInterval: 0.01)
      }
    } catch {
      throw BrowserProblem(
        (["\(file): \(error)"] + messages).joined(separator: "\n"))
    }
    // What the page did last may still be on its way.
    Thread.sleep(forTimeInterval: 0.03)
    try evaluate("0")
  }

  @discardableResult
  private func call(_ method: String, _ parameters: JSONValue = [:]) throws -> JSONValue {
    try connection.call(method, parameters, session: session)
  }

  private func write(_ answer: JSONValue, to path: String) throws {
    guard let text = answer["data"]?.asText, let bytes = Data(base64Encoded: text) else {
      throw BrowserProblem("\(path): the browser made no picture")
    }
    try bytes.write(to: URL(filePath: path))
  }
}
