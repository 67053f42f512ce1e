import Foundation
import Tables

/// A number cut to nine digits, which is more than statistics know.
func significant(_ value: Double) -> Double { Double(String(format: "%.9g", value)) ?? value }

/// A sum of such numbers without the digits that adding has made: 1500.0055, not 1500.0055000000002. It keeps twelve
/// digits, so that it still meets the flows it is the sum of.
func sumText(_ value: Double) -> String {
  DecimalNumber.text(Double(String(format: "%.12g", value)) ?? value)
}
