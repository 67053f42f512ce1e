extension Channel {
  /// Periods on an axis, in their order.
  ///
  /// - Parameters:
  ///   - labels: the labels of all periods of the picture, in their order.
  ///   - title: what is written at the axis; nil: nothing.
  static func periods(_ labels: [String], title: String? = nil) -> Channel {
    .ordinal("period", title).sorted(labels).with { $0.axis = .some(.periods) }
  }

  /// An amount for people who point at a mark: about four digits, with commas.
  static func amount(_ field: String, _ title: String) -> Channel {
    .quantitative(field, title).with { $0.format = ",.4~r" }
  }

  /// A share for people who point at a mark.
  static func share(_ field: String, _ title: String) -> Channel {
    .quantitative(field, title).with { $0.format = ".1%" }
  }

  /// A text that is the same for all rows and has a colour of its own in the legend.
  static func label(_ text: String, _ scale: Scale) -> Channel {
    .datum(.text(text)).with {
      $0.type = .nominal
      $0.scale = scale
      $0.title = Removable.none
    }
  }
}

extension PictureData {
  /// The texts of a column, each once, in the order in which they come first.
  func texts(of column: String) -> [String] { values(of: column).compactMap(\.text) }
}

extension View {
  /// Shows only the rows that have in a column what the reader chooses from a list; all rows if there is one choice.
  ///
  /// - Parameters:
  ///   - column: a column of texts, whose name is a word.
  ///   - data: the data with the column.
  ///   - label: what is written before the list.
  func choosing(_ column: String, in data: PictureData, label: String) -> View {
    let options = data.texts(of: column)
    guard options.count > 1, let first = options.first else { return self }
    var view = self
    view.params = [.list("shown", first, options: options, label: label)]
    view.transform = [.filter("datum['\(column)'] === shown")] + (transform ?? [])
    return view
  }
}
