package import Foundation

/// JSON with keys as they are, in order, and a line end.
package func sortedJSON(_ answer: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return try encoder.encode(answer) + Data("\n".utf8)
}

/// JSON with keys in snake case and in order, and a line end. Numbers that are not finite are texts.
package func snakeCaseJSON(_ answer: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.keyEncodingStrategy = .convertToSnakeCase
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  encoder.nonConformingFloatEncodingStrategy = .convertToString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  return try encoder.encode(answer) + Data("\n".utf8)
}

/// Reads what ``snakeCaseJSON(_:)`` wrote.
package func decoded<Value: Decodable>(_ type: Value.Type, _ json: Data) throws -> Value {
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  decoder.nonConformingFloatDecodingStrategy = .convertFromString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  return try decoder.decode(type, from: json)
}
