import Foundation
import TestSupport

/// What `watch` writes.
extension WrittenResults {
  /// Alerts that are priced, and some that are not.
  mutating func watch() throws {
    try WatchedTrade.write(to: folder)
    let priced = Array(WatchedTrade.command.dropFirst())
    let data = Array(priced.prefix(3))
    try run("watch --out", ["watch"] + priced + ["--out", "seen"], prints: .other, status: 3)
    try keep("watch --out", "seen")
    try print("watch", priced, status: 3)
    try print("watch", data, formats: ["json"], status: 3)
  }
}
