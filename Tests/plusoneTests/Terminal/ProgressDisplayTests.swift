import Foundation
import LinearProgramming
import Synchronization
import Testing

@testable import plusone

/// What is written while work is done, with a clock and a stream of the test.
@Suite("Display of progress")
struct ProgressDisplayTests {
  private final class Scene: Sendable {
    private let time = Mutex(Duration.zero)
    private let written = Mutex<[String]>([])

    func display(_ style: ProgressDisplay.Style) -> ProgressDisplay {
      ProgressDisplay(
        style, now: { self.time.withLock(\.self) },
        write: { text in self.written.withLock { $0.append(text) } })
    }

    func move(to seconds: Double) { time.withLock { $0 = .seconds(seconds) } }

    /// What was written since the last call.
    func take() -> [String] {
      written.withLock { written in
        defer { written = [] }
        return written
      }
    }
  }

  private static let line = ProgressDisplay.Style.replacedLine { 30 }
  private static let clear = "\r\u{1B}[K"

  @Test("on a terminal a line is replaced from the first second on, and cleared after the work")
  func terminal() {
    let scene = Scene()
    let display = scene.display(Self.line)
    display.progress.step("disruptions", parts: 40) { step in
      scene.move(to: 0.9)
      display.update()
      #expect(scene.take().isEmpty)
      scene.move(to: 4)
      display.update()
      step.endPart()
      scene.move(to: 8)
      display.update()
      #expect(
        scene.take() == [
          Self.clear + "disruptions, 0 of 40, 4 s", Self.clear + "disruptions, 1 of 40, 8 s, ab",
        ])
    }
    display.update()
    #expect(scene.take() == [Self.clear])
    display.update()
    #expect(scene.take().isEmpty)
  }

  @Test("the line is cleared before something else is written")
  func messages() {
    let scene = Scene()
    let display = scene.display(Self.line)
    display.withoutLine {}
    #expect(scene.take().isEmpty)
    display.progress.step("finding the plan") {
      scene.move(to: 2)
      display.update()
      display.withoutLine {}
      display.update()
      display.clearAtEnd()
    }
    let shown = Self.clear + "finding the plan, 2 s"
    #expect(scene.take() == [shown, Self.clear, shown, Self.clear])
  }

  @Test("a name of several lines with control characters stays on one line")
  func strangeNames() {
    let scene = Scene()
    let display = scene.display(Self.line)
    display.progress.step("a\nb\u{1B}[2Jc") {
      scene.move(to: 2)
      display.update()
    }
    #expect(scene.take() == [Self.clear + "a b\\u{1B}[2Jc, 2 s"])
  }

  @Test("work goes on while a line is written to a terminal that is stopped")
  func stoppedTerminal() {
    let hasReported = DispatchSemaphore(value: 0)
    let step = Mutex<WorkStep?>(nil)
    let display = ProgressDisplay(
      .log, now: { .seconds(61) },
      write: { _ in
        Thread.detachNewThread {
          step.withLock(\.self)?.endPart()
          hasReported.signal()
        }
        // The write ends only after the report.
        #expect(hasReported.wait(timeout: .now() + 20) == .success)
      })
    display.progress.step("disruptions", parts: 40) { current in
      step.withLock { $0 = current }
      display.update()
    }
  }

  @Test("a line is replaced only on a terminal with control characters, and without NO_COLOR")
  func style() {
    let replaces = { (isTerminal: Bool, environment: [String: String]) in
      let style = ProgressDisplay.Style.of(isTerminal: isTerminal, environment: environment) { 80 }
      if case .replacedLine = style { return true }
      return false
    }
    #expect(replaces(true, ["TERM": "xterm"]))
    #expect(replaces(true, ["TERM": "xterm", "NO_COLOR": ""]))
    #expect(!replaces(true, ["TERM": "xterm", "NO_COLOR": "1"]))
    #expect(!replaces(true, ["TERM": "dumb"]) && !replaces(true, ["TERM": ""]))
    #expect(!replaces(true, [:]) && !replaces(false, ["TERM": "xterm"]))
  }

  @Test("in a log there is a whole line every minute, and nothing to replace")
  func log() {
    let scene = Scene()
    let display = scene.display(.log)
    display.progress.step("finding the plan") {
      for second in 0..<185 {
        scene.move(to: Double(second))
        display.update()
      }
      display.withoutLine {}
    }
    #expect(
      scene.take() == [
        "plusone: finding the plan, 60 s\n", "plusone: finding the plan, 2 min\n",
        "plusone: finding the plan, 3 min\n",
      ])
  }

  @Test("a log has no line for a minute in which nothing was done, and none too many after it")
  func idleLog() {
    let scene = Scene()
    let display = scene.display(.log)
    scene.move(to: 200)
    display.update()
    display.progress.step("writing the tables") {
      display.update()
      scene.move(to: 201)
      display.update()
    }
    #expect(scene.take() == ["plusone: writing the tables, 3 min\n"])
  }
}
