import SourcingFiles
import Tables
import Testing

/// Definitions of YAML keys against the readers: no reader takes another key, and every key is read.
@Suite("Definitions of YAML keys")
struct YAMLKeyTests {
  @Test("are the keys that readers take", arguments: YAMLSpecimen.all)
  func known(specimen: YAMLSpecimen) throws {
    #expect(!specimen.mapping.keys.isEmpty)
    try SpecimenFolder.with { folder in
      for variant in specimen.variants {
        let text = specimen.text(variant)
        #expect(throws: Never.self, "\(text)") { try folder.read(text, specimen.kind) }
      }
    }
    for key in specimen.mapping.keys {
      #expect(specimen.variant(with: key.name) != nil, "\(key.name) is in no text")
    }
  }

  @Test("are keys whose values matter", arguments: YAMLSpecimen.all)
  func read(specimen: YAMLSpecimen) throws {
    try SpecimenFolder.with { folder in
      for key in specimen.mapping.keys {
        let variant = try #require(specimen.variant(with: key.name))
        // A list is no text; every other form is not met by these words.
        let nonsense = if case .text = key.form { "[a, b]" } else { "no such thing" }
        let text = specimen.text(variant, key.name, nonsense)
        let isWrong = try folder.isWrong(text, specimen.kind)
        #expect(isWrong, "\(text)")
      }
    }
  }

  @Test("say what kind of value is taken", arguments: YAMLSpecimen.all)
  func kinds(specimen: YAMLSpecimen) throws {
    try SpecimenFolder.with { folder in
      for key in specimen.mapping.keys {
        let variant = try #require(specimen.variant(with: key.name))
        var values = key.form.valuesOfOtherKinds
        if key.isRequired { values += ["", "''", "' '"] }
        #expect(!values.isEmpty)
        for value in values {
          let text = specimen.text(variant, key.name, value)
          let isWrong = try folder.isWrong(text, specimen.kind)
          #expect(isWrong, "\(key.name): \(text)")
        }
      }
    }
  }

  @Test("say which keys must be there", arguments: YAMLSpecimen.all)
  func presence(specimen: YAMLSpecimen) throws {
    try SpecimenFolder.with { folder in
      for key in specimen.mapping.keys {
        let variants = specimen.variants.filter { !$0.without.contains(key.name) }
        let isWrong = try variants.map {
          try folder.isWrong(specimen.text($0, key.name, nil), specimen.kind)
        }
        switch key.presence {
        case .required: #expect(!isWrong.contains(false), "\(key.name)")
        case .requiredIf: #expect(isWrong.contains(true), "\(key.name)")
        case .defaultValue, .defaultRule: #expect(isWrong.contains(false), "\(key.name)")
        }
      }
    }
  }

  @Test("say what holds without a key", arguments: YAMLSpecimen.all)
  func defaults(specimen: YAMLSpecimen) throws {
    try SpecimenFolder.with { folder in
      for key in specimen.mapping.keys {
        guard case .defaultValue(let value) = key.presence else { continue }
        let variant = try #require(specimen.variant(with: key.name))
        let texts = [value, nil, key.example].map { specimen.text(variant, key.name, $0) }
        let read = try texts.map { try folder.read($0, specimen.kind) }
        let (isDefault, matters) = (read[0] == read[1], read[0] != read[2])
        #expect(isDefault, "\(key.name) is not \(value) where it is absent")
        let isAlike = key.example == value || specimen.namingAll.contains(key.name)
        #expect(matters || isAlike, "\(key.name): \(key.example) changes nothing")
      }
    }
  }

  @Test("say which numbers are taken", arguments: YAMLSpecimen.all)
  func ranges(specimen: YAMLSpecimen) throws {
    try SpecimenFolder.with { folder in
      for key in specimen.mapping.keys {
        guard let bounds = Bounds(key.form) else { continue }
        let variant = try #require(specimen.variant(with: key.name))
        for number in bounds.outside {
          let text = specimen.text(variant, key.name, number)
          let isWrong = try folder.isWrong(text, specimen.kind)
          #expect(isWrong, "\(text)")
        }
        for number in bounds.inside where !specimen.narrower.contains(key.name) {
          let text = specimen.text(variant, key.name, number)
          let isWrong = try folder.isWrong(text, specimen.kind)
          #expect(!isWrong, "\(text)")
        }
      }
    }
  }
}

extension YAMLForm {
  /// Values that are no value of this form, whatever they hold.
  fileprivate var valuesOfOtherKinds: [String] {
    switch self {
    case .text, .path, .identifier, .number, .share, .whole, .yesOrNo, .choice, .reference, .other:
      ["[]", "{}", "[a]", "{a: b}"]
    case .selection: ["{}", "{a: b}", "[[a]]", "[{a: b}]", "['']"]
    case .target: ["[]", "[a]", "[[a]]"]
    case .list: ["a", "5", "{a: b}"]
    case .oneOrList: ["[[a]]", "{a: b}"]
    case .mapping, .entries: ["a", "5", "[a]"]
    case .anyOf(let forms):
      forms.dropFirst().reduce(forms.first?.valuesOfOtherKinds ?? []) { values, form in
        values.filter(form.valuesOfOtherKinds.contains)
      }
    }
  }
}

/// The numbers at the ends of a range, and those next to them outside.
private struct Bounds {
  var inside: [String]
  var outside: [String]

  init?(_ form: YAMLForm) {
    if let range = form.wholeNumbers {
      inside = [String(range.lowerBound), String(range.upperBound)]
      outside = [String(range.lowerBound - 1), String(range.upperBound + 1), "2.5"]
      return
    }
    var range = form.numbers
    if case .target(_, let isShare, _) = form {
      range = isShare ? 0...1 : 0...Double.greatestFiniteMagnitude
    }
    guard let range, range.lowerBound > -.greatestFiniteMagnitude else { return nil }
    inside = [DecimalNumber.text(range.lowerBound)]
    outside = [DecimalNumber.text(range.lowerBound - 0.5)]
    if range.upperBound < .greatestFiniteMagnitude {
      inside.append(DecimalNumber.text(range.upperBound))
      outside.append(DecimalNumber.text(range.upperBound + 0.5))
    }
  }
}
