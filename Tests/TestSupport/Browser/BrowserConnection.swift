import Foundation

/// Calls of the DevTools protocol and the events that come back: JSON texts with a zero byte after each, over a socket. Calls wait
/// for their answers; a thread of its own reads. Calls may come from several threads.
final class BrowserConnection: @unchecked Sendable {
  /// Something that happened in a page.
  struct Event: Sendable {
    var method: String
    var parameters: JSONValue
  }

  private struct Received: Decodable {
    var id: Int?
    var method: String?
    var params: JSONValue?
    var sessionId: String?
    var result: JSONValue?
    var error: JSONValue?
  }

  /// How long an answer or an event may take, in seconds. Nothing takes so long in a browser that works.
  private static let limit = 60.0

  private let process: BrowserProcess
  private let writing = NSLock()
  /// Guards all that follows, and tells those who wait that something has come.
  private let state = NSCondition()
  private var lastID = 0
  private var awaited: Set<Int> = []
  private var answers: [Int: Received] = [:]
  private var events: [String: [Event]] = [:]
  /// Why no more answers come.
  private var ending: String?

  init(_ process: BrowserProcess) {
    self.process = process
    Thread.detachNewThread { [self] in read() }
  }

  /// Sends a call and waits for its result.
  ///
  /// - Throws: `BrowserProblem` if the browser refuses the call, has ended, or does not answer.
  @discardableResult
  func call(
    _ method: String, _ parameters: JSONValue = [:], session: String? = nil
  ) throws -> JSONValue {
    let id = state.withLock {
      lastID += 1
      awaited.insert(lastID)
      return lastID
    }
    defer { state.withLock { _ = awaited.remove(id) } }
    var message: [String: JSONValue] = [
      "id": .number(Double(id)), "method": .text(method), "params": parameters,
    ]
    message["sessionId"] = session.map(JSONValue.text)
    try transmit(JSONEncoder().encode(message) + [0])
    let answer = try wait(for: "an answer to \(method)") {
      answers.removeValue(forKey: id)
    }
    if let error = answer.error {
      throw BrowserProblem("\(method): \(error["message"]?.asText ?? "\(error)")")
    }
    return answer.result ?? .null
  }

  /// All events of a page so far, in their order.
  func events(of session: String) -> [Event] { state.withLock { events[session] ?? [] } }

  /// Waits for an event of a page, which may have come before.
  func wait(for method: String, of session: String) throws {
    try wait(for: method) {
      (events[session] ?? []).contains { $0.method == method } ? () : nil
    }
  }

  /// Forgets a page.
  func forget(_ session: String) { state.withLock { events[session] = nil } }

  /// Waits until `find`, which runs under the lock, returns something.
  private func wait<Found>(for what: String, until find: () -> Found?) throws -> Found {
    let deadline = Date(timeIntervalSinceNow: Self.limit)
    state.lock()
    defer { state.unlock() }
    while true {
      if let found = find() { return found }
      if let ending { throw BrowserProblem("waiting for \(what): \(ending)") }
      if !state.wait(until: deadline) {
        throw BrowserProblem("\(what) has not come within \(Self.limit) seconds")
      }
    }
  }

  private func transmit(_ bytes: Data) throws {
    // A browser that has ended must not end the tests by SIGPIPE.
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    try writing.withLock {
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes {
          send(process.socket, $0.baseAddress, $0.count, flags)
        }
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          throw BrowserProblem(
            state.withLock { ending }
              ?? "the browser takes no call: \(String(cString: strerror(errno)))")
        }
      }
    }
  }

  /// Reads until the browser ends.
  private func read() {
    var text = Data()
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(process.socket, &bytes, bytes.count, 0)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      // Only the new bytes can have the end of a message.
      var pieces = bytes[..<count].split(separator: 0, omittingEmptySubsequences: false)
      let last = pieces.removeLast()
      for piece in pieces {
        take(text + piece)
        text = Data()
      }
      text += last
    }
    state.withLock {
      ending = "the browser has ended; its last errors:\n\(process.lastErrors)"
      state.broadcast()
    }
  }

  private func take(_ text: Data) {
    guard let received = try? JSONDecoder().decode(Received.self, from: text) else { return }
    state.withLock {
      if let id = received.id {
        if awaited.contains(id) { answers[id] = received }
      } else if let method = received.method, let session = received.sessionId {
        events[session, default: []]
          .append(Event(method: method, parameters: received.params ?? .null))
      }
      state.broadcast()
    }
  }
}
