extension FlowMap {
  /// The longitude in the middle of a map that tears apart the fewest flows. A line is the shortest way on the globe; where
  /// it passes the edge of the map, it would cross the whole map.
  ///
  /// - Parameters:
  ///   - flows: the flows that are drawn.
  ///   - places: where regions lie, by id.
  ///   - home: the middle if no other tears fewer.
  public static func middle(
    for flows: [Flow], _ places: [String: Place], preferring home: Double
  ) -> Double {
    let ways = Set(flows.map { [$0.origin, $0.destination] }).compactMap {
      way -> (from: Double, to: Double)? in
      guard let from = places[way[0]], let to = places[way[1]] else { return nil }
      return (from.longitude, to.longitude)
    }
    let torn = { (middle: Double) in
      ways.count { way in
        abs(around(way.from - middle) + around(way.to - way.from)) > 180
      }
    }
    return ([home] + [0, 150, -160, 60]).map { (middle: $0, torn: torn($0)) }
      .min { $0.torn < $1.torn }?.middle ?? home
  }

  /// A difference of longitudes, from -180 to 180.
  private static func around(_ angle: Double) -> Double {
    angle - 360 * (angle / 360).rounded()
  }

  /// The layers of the map: countries, lines, circles, words.
  static func view(
    _ goods: [String], first: String, hasMakers: Bool, _ middle: Double
  ) -> View {
    var layers = [countries, lines]
    if hasMakers { layers += [circles, words("production", "_longitude", "_latitude")] }
    layers.append(words("allocation", "_longitude2", "_latitude2"))
    var view = View.layers(layers).filling(height: 430)
    view.projection = Projection(rotate: [-middle, 0, 0])
    view.params = [.list("goods", first, options: goods, label: "goods ")]
    return view
  }

  private static let isChosen = [Transform.filter("datum._goods === goods")]

  /// The colours of the four roles.
  private static let role = Channel.nominal("_role", nil).with {
    $0.scale = .colours(RegionColours.Role.allCases.map { ($0.rawValue, $0.colour) })
  }

  private static let countries = View(
    Mark(.geoshape).with {
      $0.fill = Palette.other
      $0.stroke = Palette.other
      $0.strokeWidth = 0.5
      $0.opacity = 0.3
      $0.aria = false
    }, Encoding(), data: Picture.outlines)

  private static let lines = View(
    Mark(.rule).with { $0.opacity = 0.65 },
    Encoding {
      $0.longitude = .quantitative("_longitude", nil)
      $0.latitude = .quantitative("_latitude", nil)
      $0.longitude2 = .quantitative("_longitude2", nil)
      $0.latitude2 = .quantitative("_latitude2", nil)
      $0.strokeWidth = .quantitative("quantity", nil).with {
        $0.scale = Scale {
          $0.zero = true
          $0.range = [0.5, 9]
        }
        $0.legend = .some(.none)
      }
      $0.color = role.with { $0.legend = .some(Legend { $0.columns = 4 }) }
      $0.tooltip = [
        .nominal("_goods", "goods"), .nominal("_from", "from"), .nominal("_to", "to"),
        .quantitative("quantity", "quantity a year").with { $0.format = ",.4~r" },
        .nominal("_unit", "unit"), .nominal("period", "period"),
      ]
    }, data: "allocation", transform: isChosen)

  private static let circles = View(
    Mark(.circle).with {
      $0.opacity = 0.85
      $0.stroke = "#ffffff"
      $0.strokeWidth = 0.6
    },
    Encoding {
      $0.longitude = .quantitative("_longitude", nil)
      $0.latitude = .quantitative("_latitude", nil)
      $0.size = .quantitative("quantity", nil).with {
        $0.aggregate = "sum"
        $0.scale = Scale {
          $0.zero = true
          $0.range = [12, 900]
        }
        $0.legend = .some(.none)
      }
      $0.color = role
      $0.tooltip = [
        .nominal("_goods", "goods"), .nominal("_region", "made in"),
        .quantitative("quantity", "quantity a year").with {
          $0.aggregate = "sum"
          $0.format = ",.4~r"
        },
        .nominal("_unit", "unit"), .nominal("period", "period"),
      ]
    }, data: "production", transform: isChosen)

  /// The ids of regions beside their places.
  private static func words(
    _ table: String, _ longitude: String, _ latitude: String
  ) -> View {
    View(
      Mark(.text).with {
        $0.dy = -9
        $0.fontSize = 10
        $0.aria = false
      },
      Encoding {
        $0.longitude = .quantitative(longitude, nil)
        $0.latitude = .quantitative(latitude, nil)
        $0.text = .nominal("_label", nil)
      }, data: table, transform: isChosen)
  }
}
