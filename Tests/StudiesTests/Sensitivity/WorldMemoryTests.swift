import LinearProgramming
import Studies
import Synchronization
import Testing

@Suite("Memory of worlds")
struct WorldMemoryTests {
  @Test("uses what is known, keeps what is new, and takes -0 for 0")
  func known() throws {
    let kept = Mutex<[[Double]]>([])
    let memory = WorldMemory(
      known: [[0, 1]: WorldValues(.planned, [7])],
      keep: { point, _ in kept.withLock { $0.append(point) } },
      find: { WorldValues(.planned, [$0[0]]) })
    #expect(try memory.values(at: [-0.0, 1]).values == [7])
    #expect(try memory.values(at: [0.5, 1]).values == [0.5])
    #expect(try memory.values(at: [0.5, 1]).values == [0.5])
    #expect(kept.withLock { $0 } == [[0.5, 1]] && memory.known.count == 2)
  }

  @Test("a time limit is a failure that is not kept, and ends all further work")
  func timeLimit() throws {
    let calls = Mutex(0)
    let memory = WorldMemory(
      keep: { _, _ in Issue.record("nothing was found") },
      find: { _ in
        calls.withLock { $0 += 1 }
        return WorldValues(without: .timeLimit, count: 1)
      })
    for z in [0.1, 0.2] {
      let error = #expect(throws: NoOptimum.self) { try memory.values(at: [z]) }
      #expect(error?.termination.isLimit == true)
    }
    #expect(calls.withLock { $0 } == 1 && memory.known.isEmpty)
  }
}
