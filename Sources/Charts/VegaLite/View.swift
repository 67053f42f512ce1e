/// A view of Vega-Lite: one mark, or layers of them. Only what PlusOne draws is here; the names
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

  /// As wide as the page lets it, with so many pixels for each row. Vega-Lite warns of a height by steps beside a width that
  /// fits, so the height is worked out here.
  public func filling(step: Double, rows: Int) -> View {
    filling(height: step * Double(max(1, rows)))
  }

  /// As wide as the page lets it, and of a height in pixels.
  public func filling(height: Double) -> View {
    var view = self
    view.width = .container
    view.height = .pixels(height)
    view.autosize = Autosize()
    return view
  }
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

  /// Writes the length as Vega-Lite reads it.
  public func encode(to encoder: any Encoder) throws {
    var single = encoder.singleValueContainer()
    switch self {
    case .container: try single.encode("container")
    case .pixels(let pixels): try single.encode(pixels)
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
