import Foundation

/// A running Chromium without a window, and the socket over which it takes messages of the DevTools protocol. It ends when
/// the socket closes, so also when this process ends in any way.
final class BrowserProcess: @unchecked Sendable {
  /// This process's end of the socket.
  let socket: Int32
  private let process = Process()
  private let errors: FileHandle

  /// Starts the browser with a profile of its own, in a temporary folder that is removed when the browser has ended.
  init() throws {
    let program = try Self.program()
    let profile = FileManager.default.temporaryDirectory
      .appending(path: "plusone-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
    let log = profile.appending(path: "errors.txt")
    try Data().write(to: log)
    errors = try FileHandle(forReadingFrom: log)
    let ends = try Self.socketPair()
    socket = ends.mine

    // The browser reads messages from its descriptor 3 and writes to 4.
    let script = """
      profile=$1; shift
      "$@" --user-data-dir="$profile" 3<&0 4>&0 </dev/null >/dev/null 2>"$profile/errors.txt"
      rm -rf "$profile"
      """
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      ["-c", script, "sh", profile.path, program, "--remote-debugging-pipe"] + Self.options
    process.standardInput = FileHandle(fileDescriptor: ends.browsers, closeOnDealloc: true)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    close(ends.browsers)
  }

  /// No sandbox, because it needs rights that containers lack: the pages are files of the tests. No request of the
  /// browser's own. Pages that are not in front draw at full speed.
  private static let options = [
    "--headless=new", "--no-sandbox", "--no-first-run", "--no-default-browser-check",
    "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
    "--disable-background-timer-throttling", "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows", "--hide-scrollbars", "--lang=en-US",
  ]

  /// The browser that `PLUSONE_BROWSER` names, else the first that is found, as in `scripts/install-browser`.
  private static func program() throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let names =
      [environment["PLUSONE_BROWSER"]].compactMap(\.self)
      + ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    let paths =
      names.flatMap { name in
        name.contains("/") ? [name] : folders.map { "\($0)/\(name)" }
      } + [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
      ]
    guard let found = paths.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      throw BrowserProblem("there is no Chromium or Chrome for tests; run `make browser`")
    }
    return found
  }

  /// Two connected sockets, which programs that are started later do not inherit.
  private static func socketPair() throws -> (mine: Int32, browsers: Int32) {
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw BrowserProblem("no sockets: \(String(cString: strerror(errno)))")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #if canImport(Darwin)
      var yes: Int32 = 1
      setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
    return (ends[0], ends[1])
  }

  /// The last lines that the browser wrote on standard error, also after its end.
  var lastErrors: String {
    let text = String(decoding: (try? errors.readToEnd()) ?? Data(), as: UTF8.self)
    return text.split(separator: "\n").suffix(5).joined(separator: "\n")
  }

  /// Ends the browser and waits for that, for some seconds at most.
  func end() {
    shutdown(socket, Int32(SHUT_RDWR))
    let deadline = Date(timeIntervalSinceNow: 10)
    while process.isRunning, Date() < deadline { usleep(20_000) }
    if process.isRunning { process.terminate() }
  }
}
