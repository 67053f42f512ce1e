package import Foundation
import Tables

/// The JSON text of an answer: keys as they are, sorted, a line feed at its end.
package func sortedJSON(_ answer: some DescribedJSON) throws -> Data {
  try sortedText(answer)
}

/// The same of a value whose keys are columns of a table.
func sortedText(_ answer: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return try withoutControlSigns(encoder.encode(answer)) + Data("\n".utf8)
}

/// The JSON text of an answer: keys in snake case, sorted, a line feed at its end. Numbers that are not finite are
/// texts.
package func snakeCaseJSON(_ answer: some DescribedJSON) throws -> Data {
  let encoder = JSONEncoder()
  encoder.keyEncodingStrategy = .convertToSnakeCase
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  encoder.nonConformingFloatEncodingStrategy = .convertToString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  return try withoutControlSigns(encoder.encode(answer)) + Data("\n".utf8)
}

/// The encoder escapes C0 controls. Other controls for a terminal can be in texts only, where `\u009B` means the
/// same.
private func withoutControlSigns(_ json: Data) -> Data {
  guard let text = String(data: json, encoding: .utf8), controlSign(in: text) != nil else {
    return json
  }
  return Data(escaped(text) { "\\u" + String($0.dropFirst(2)) }.utf8)
}

/// Reads what ``snakeCaseJSON(_:)`` wrote.
package func decoded<Value: Decodable>(_ type: Value.Type, _ json: Data) throws -> Value {
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  decoder.nonConformingFloatDecodingStrategy = .convertFromString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  return try decoder.decode(type, from: json)
}
