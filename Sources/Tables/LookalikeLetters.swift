/// Letters of other scripts that look like Latin ones: a Cyrillic `А` in `АLLY` makes it another name.

/// The Latin letter that a Cyrillic, Greek or full-width letter looks like.
private let latinLetters: [Unicode.Scalar: Unicode.Scalar] = {
  let others = "АВЕЅІЈКМНОРСТХУаеѕіјорсухһԁ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
  let latin = "ABESIJKMHOPCTXYaesijopcyxhd" + "ABEZHIKMNOPTYXo"
  var letters = Dictionary(
    zip(others.unicodeScalars, latin.unicodeScalars), uniquingKeysWith: { first, _ in first })
  for offset: UInt32 in 0..<26 {
    for (wide, plain) in [(0xFF21 + offset, 0x41 + offset), (0xFF41 + offset, 0x61 + offset)] {
      if let wide = Unicode.Scalar(wide), let plain = Unicode.Scalar(plain) {
        letters[wide] = plain
      }
    }
  }
  return letters
}()

/// Notes on letters in quotations that look like Latin ones and are none. A quotation counts if it has Latin letters
/// too, or if with Latin letters it is the same as another one; so words that are wholly of another script do not.
///
/// - Parameter quotations: the texts that a message quotes.
func notesOnLookalikes(_ quotations: [String]) -> [String] {
  var notes: [String] = []
  var seen: Set<Unicode.Scalar> = []
  for quotation in quotations {
    let scalars = quotation.unicodeScalars
    guard scalars.contains(where: { latinLetters[$0] != nil }) else { continue }
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: scalars.map { latinLetters[$0] ?? $0 })
    let isMixed =
      scalars.contains { $0.isASCII && $0.properties.isAlphabetic }
      && scalars.allSatisfy {
        $0.isASCII || latinLetters[$0] != nil || !$0.properties.isAlphabetic
      }
    guard isMixed || quotations.contains(String(plain)) else { continue }
    for scalar in scalars where seen.count < 3 {
      guard let latin = latinLetters[scalar], seen.insert(scalar).inserted else { continue }
      notes.append(
        "\\u{\(hexadecimal(scalar))} is \(scalar.properties.name ?? "a letter"), which looks like "
          + "the Latin letter \(latin)")
    }
  }
  return notes
}
