/// A view of Vega-Lite: one mark, layers of them, or views beside each other. Only what PlusOne draws is here; the names
/// are those of [Vega-Lite](https://vega.github.io/vega-lite/docs/).
public struct View: Sendable, Encodable {
  /// The data of the view and of the views in it; nil: those of the view around it.
  public var data: ViewData?
  /// What is done to the rows before they are drawn.
  public var transform: [Transform]?
  /// What the reader can choose.
  public var params: [Parameter]?
  /// What is drawn for each row.
  public var mark: Mark?
  /// What the columns decide.
  public var encoding: Encoding?
  /// Views on top of each other.
  public var layer: [View]?
  /// Views below each other.
  public var vconcat: [View]?
  /// One view for each value of a column.
  public var facet: Facet?
  /// The columns of facets.
  public var columns: Int?
  /// What each facet shows.
  public var spec: ViewBox?
  /// Which scales the parts share.
  public var resolve: Resolve?
  /// How places on the globe are drawn.
  public var projection: Projection?
  /// Heading of the view.
  public var title: String?
  /// Width.
  public var width: Length?
  /// Height.
  public var height: Length?
  /// How the view fits into its width.
  public var autosize: Autosize?

  /// A view without contents.
  public init() {}

  /// A view of one mark.
  ///
  /// - Parameters:
  ///   - mark: what is drawn for each row.
  ///   - encoding: what the columns decide.
  ///   - data: name of a table of the picture's data; nil: that of the view around it.
  ///   - transform: what is done to the rows first.
  public init(
    _ mark: Mark, _ encoding: Encoding, data: String? = nil, transform: [Transform]? = nil
  ) {
    self.mark = mark
    self.encoding = encoding
    self.data = data.map { .named($0) }
    self.transform = transform
  }

  /// Layers on top of each other, which share their axes.
  public static func layers(_ layers: [View], data: String? = nil) -> View {
    var view = View()
    view.layer = layers
    view.data = data.map { .named($0) }
    return view
  }

  /// As wide as the page lets it, with so many pixels for each of the bands of its vertical axis. Vega-Lite warns of a
  /// height by steps beside a width that fits, so the height is worked out here.
  public func filling(step: Double, bands: Int) -> View {
    filling(height: step * Double(max(1, bands)))
  }

  /// As wide as the page lets it, and of a height in pixels.
  public func filling(height: Double) -> View {
    var view = self
    view.width = .container
    view.height = .pixels(height)
    view.autosize = Autosize()
    return view
  }

  /// As wide as the page lets it, with so many pixels for each band of its vertical axis.
  public func filling(step: Double) -> View {
    var view = self
    view.width = .container
    view.height = .step(step)
    view.autosize = Autosize()
    return view
  }
}

/// A view inside another.
public struct ViewBox: Sendable, Encodable {
  private let views: [View]

  /// - Parameter view: the view inside.
  public init(_ view: View) { views = [view] }

  /// Writes the view inside.
  public func encode(to encoder: any Encoder) throws { try views[0].encode(to: encoder) }
}

/// Where a view takes its rows.
public enum ViewData: Sendable, Encodable {
  /// A table of the picture's data.
  case named(String)

  private enum Key: CodingKey { case name }

  /// Writes the data as Vega-Lite reads it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .named(let name): try container.encode(name, forKey: .name)
    }
  }
}

/// A width or a height.
public enum Length: Sendable, Encodable {
  /// As the page lets it.
  case container
  /// In pixels.
  case pixels(Double)
  /// In pixels for each band.
  case step(Double)

  /// Writes the length as Vega-Lite reads it.
  public func encode(to encoder: any Encoder) throws {
    var single = encoder.singleValueContainer()
    switch self {
    case .container: try single.encode("container")
    case .pixels(let pixels): try single.encode(pixels)
    case .step(let step): try single.encode(["step": step])
    }
  }
}

/// How a view fits into its width.
public struct Autosize: Sendable, Encodable {
  /// Axes and legends count.
  public var type = "fit-x"
  /// What is inside the given size.
  public var contains = "padding"

  /// The whole view fits.
  public init() {}
}

/// One view for each value of a column.
public struct Facet: Sendable, Encodable {
  /// The column.
  public var field: String
  /// Texts or ordered texts.
  public var type = FieldType.nominal
  /// Heading of all; null: none.
  public var title = Removable<String>.none
  /// The order of the values.
  public var sort: Sort?

  /// - Parameters:
  ///   - field: the column.
  ///   - sort: the order of its values.
  public init(_ field: String, sort: Sort? = nil) {
    self.field = field
    self.sort = sort
  }
}

/// Which scales the parts of a view share.
public struct Resolve: Sendable, Encodable {
  /// By channel: `shared` or `independent`.
  public var scale: [String: String]?
  /// By channel: `shared` or `independent`.
  public var axis: [String: String]?

  /// - Parameters:
  ///   - scale: by channel, `shared` or `independent`.
  ///   - axis: by channel, `shared` or `independent`.
  public init(scale: [String: String]? = nil, axis: [String: String]? = nil) {
    self.scale = scale
    self.axis = axis
  }
}

/// How places on the globe are drawn.
public struct Projection: Sendable, Encodable {
  /// Name of the projection.
  public var type: String
  /// The longitude in the middle, and two more angles.
  public var rotate: [Double]?

  /// - Parameters:
  ///   - type: name of the projection.
  ///   - rotate: angles by which the globe is turned.
  public init(_ type: String = "equalEarth", rotate: [Double]? = nil) {
    self.type = type
    self.rotate = rotate
  }
}

/// What a reader can choose.
public struct Parameter: Sendable, Encodable {
  /// Its name.
  public var name: String
  /// What it is at first.
  public var value: JSONValue
  /// The control: a list or a slider.
  public var bind: Control?

  /// A choice from a list.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - value: what it is at first.
  ///   - options: what can be chosen.
  ///   - label: what is written before the list.
  public static func list(
    _ name: String, _ value: String, options: [String], label: String
  ) -> Parameter {
    Parameter(
      name: name, value: .text(value),
      bind: Control(input: "select", options: options, name: label))
  }
}

/// A control of the page.
public struct Control: Sendable, Encodable {
  /// The kind of the control.
  public var input: String
  /// What can be chosen.
  public var options: [String]?
  /// What is written before it.
  public var name: String
}
