/// A picture on a page: `<figure class="picture" id="picture-NAME" data-drawn="MILLISECONDS">` with an element `.chart` around Vega's
/// own, and `<script type="application/json" class="specification">`.
public struct DrawnPicture: Sendable {
  /// The id of the figure.
  public var id: String
  /// How many marks can be seen: rectangles, symbols, lines, texts and so on that stand for data. Axes, legends and titles
  /// do not count. A line counts once, however many points it has.
  public var marks: Int
  /// What a screen reader says: `aria-label` of the image.
  public var label: String?
  /// How long it took to draw, as the page says.
  public var milliseconds: Double?
  /// The specification in Vega-Lite or Vega, with its data.
  public var specification: JSONValue

  init(_ found: JSONValue) {
    id = found["id"]?.asText ?? ""
    marks = Int(found["marks"]?.asNumber ?? 0)
    label = found["label"]?.asText
    milliseconds = found["drawn"]?.asText.flatMap(Double.init)
    specification = found["specification"] ?? .null
  }

  /// All rows of data that the specification holds: those without a name first, then by the names of their data sets.
  public var data: [JSONValue] {
    dataSets.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// The rows of each data set by its name. All rows without a name are under an empty one.
  public var dataSets: [String: [JSONValue]] {
    var found: [String: [JSONValue]] = [:]
    func collect(_ value: JSONValue) {
      switch value {
      case .list(let values): for value in values { collect(value) }
      case .object(let object):
        for (key, inner) in object.sorted(by: { $0.key < $1.key }) {
          switch key {
          case "data":
            // Vega-Lite has one set at a place, Vega a list.
            for set in inner.asList ?? [inner] {
              guard let values = set["values"] else { continue }
              found[set["name"]?.asText ?? "", default: []] += values.asList ?? [values]
            }
          case "datasets":
            for (name, values) in inner.asObject ?? [:] {
              found[name, default: []] += values.asList ?? [values]
            }
          default: collect(inner)
          }
        }
      default: break
      }
    }
    collect(specification)
    return found
  }

  /// Finds all pictures in a page.
  static let script = """
    (() => {
      const isPainted = (style, kind) =>
        !["none", "transparent", "rgba(0, 0, 0, 0)"].includes(style[kind]) &&
        Number(style[kind + "Opacity"]) > 0;
      const isVisible = (mark) => {
        const style = getComputedStyle(mark);
        if (style.visibility !== "visible" || !mark.checkVisibility({opacityProperty: true}))
          return false;
        const box = mark.getBoundingClientRect();
        if (mark.localName === "image" || isPainted(style, "fill"))
          if (box.width > 0 && box.height > 0) return true;
        return isPainted(style, "stroke") && parseFloat(style.strokeWidth) > 0 &&
          (box.width > 0 || box.height > 0);
      };
      const guides = ".role-axis, .role-legend, .role-title";
      const countMarks = (figure) => {
        let count = 0;
        for (const group of figure.querySelectorAll(".chart svg g.role-mark:not(.mark-group)"))
          if (!group.closest(guides))
            for (const mark of group.querySelectorAll("path, text, line, image, rect, circle"))
              if (isVisible(mark)) count += 1;
        return count;
      };
      // Rows can be lists, with the names of their columns once.
      const named = (set) => set.rows.map((row) =>
        Object.fromEntries(set.columns.map((name, place) => [name, row[place]])));
      const expanded = (specification) => {
        const sets = specification?.datasets ?? {};
        for (const name of Object.keys(sets)) if (sets[name].rows) sets[name] = named(sets[name]);
        if (Array.isArray(specification?.data))
          for (const set of specification.data) if (set.values?.rows) set.values = named(set.values);
        return specification;
      };
      return [...document.querySelectorAll("figure.picture")].map((figure) => ({
        id: figure.id,
        marks: countMarks(figure),
        label: figure.querySelector("[role=img]")?.getAttribute("aria-label") ?? null,
        drawn: figure.dataset.drawn ?? null,
        specification: expanded(
          JSON.parse(figure.querySelector("script.specification")?.textContent ?? "null")),
      }));
    })()
    """
}
