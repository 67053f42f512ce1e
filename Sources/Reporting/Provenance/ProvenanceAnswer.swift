public import Foundation
public import Sourcing
public import SourcingFiles

/// Where the figures of an instance come from, as `validate --provenance --format json` prints it.
public struct ProvenanceAnswer: Encodable, Sendable {
  /// The rows of one table with one basis.
  struct Share: Encodable, Sendable {
    let table: String
    let basis: String
    let rows: Int
    @Nullable var value: Double?
    let unmovedLines: [Int]

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case table, basis, rows, value
      case unmovedLines = "unmoved_lines"
    }
  }

  let instance: String
  let currency: String
  @Nullable var value: Double?
  @Nullable var sourcedShare: Double?
  let listsSources: Bool
  let shares: [Share]
  let sources: [CitedSource]
  let unusedSources: [String]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case instance, currency, value
    case sourcedShare = "sourced_share"
    case listsSources = "lists_sources"
    case shares, sources
    case unusedSources = "unused_sources"
  }

  /// The answer for an instance.
  public init(_ provenance: Provenance, of instance: Instance) {
    self.instance = instance.name
    currency = instance.currency
    listsSources = provenance.listsSources
    shares = provenance.shares.map {
      Share(
        table: $0.table.rawValue, basis: $0.basis?.rawValue ?? notSaid, rows: $0.rows,
        value: $0.value, unmovedLines: $0.unmovedLines)
    }
    sources = provenance.citedSources.map { CitedSource($0, tables: $0.rows) }
    unusedSources = provenance.unusedSources
    value = provenance.value
    sourcedShare = provenance.sourcedShare
  }

  /// The JSON text, keys sorted, a line feed at its end.
  ///
  /// - Throws: `EncodingError`.
  public func json() throws -> Data { try sortedJSON(self) }
}
