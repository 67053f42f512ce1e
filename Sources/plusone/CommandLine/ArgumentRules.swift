import ArgumentParser
import Foundation
import Tables

/// The number of seconds that the value of an option is.
///
/// - Throws: `ValidationError` that says how to write it.
func seconds(_ text: String) throws -> Double {
  do throws(DecimalNumber.Malformation) { return try DecimalNumber.parse(text) } catch {
    throw ValidationError("--time-limit takes a number of seconds above 0 and below 1e9; \(error)")
  }
}

/// Checks a time limit given in seconds.
func requireTimeLimit(_ seconds: Double?) throws {
  if let seconds, !(seconds > 0 && seconds < 1e9) {
    throw ValidationError("--time-limit takes a number of seconds above 0 and below 1e9")
  }
}

/// The items of a list with commas, without blanks around them.
///
/// - Parameters:
///   - text: the value of an option.
///   - noun: what an item is, such as `rule`.
///   - option: the option, for messages.
/// - Throws: `ValidationError` if an item is blank or is given twice.
func commaList(_ text: String, of noun: String, option: String) throws -> [String] {
  let items = text.split(separator: ",", omittingEmptySubsequences: false).map {
    $0.trimmingCharacters(in: .whitespaces)
  }
  guard !items.contains("") else {
    throw ValidationError("\(option): found a blank \(noun) in `\(shortened(text))`")
  }
  for (place, item) in items.enumerated() where items[..<place].contains(item) {
    throw ValidationError("\(option): the \(noun) `\(shortened(item))` is given twice")
  }
  return items
}
