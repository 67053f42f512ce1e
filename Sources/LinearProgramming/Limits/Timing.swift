/// Runs `work` and stores the wall-clock time that it took, in seconds, also if it throws.
///
/// - Throws: the error of `work`.
package func timed<Answer>(_ seconds: inout Double, _ work: () throws -> Answer) rethrows
  -> Answer
{
  let started = ContinuousClock.now
  defer { seconds = (ContinuousClock.now - started) / .seconds(1) }
  return try work()
}
