#!/usr/bin/env python3
"""Writes the outlines of the countries as GeoJSON to standard output, small enough for a page.

    scripts/country-outlines.py SHAPES      SHAPES: Natural Earth's admin-0 countries, without .shp; needs pyshp

One feature for each country but Antarctica, in the order of their ids, with `id` (alpha-3 code of ISO 3166, else that of
Natural Earth) and `name`. Coordinates are degrees with one decimal, and points that bend a line by less than a map of the
world shows are left out, on both sides of a border. Outer rings run clockwise and holes counterclockwise, as d3-geo draws
them. The same shapes always give the same bytes.
"""
import json
import sys
from collections import defaultdict

import shapefile

# A point is left out if the triangle with its two neighbours is smaller, in square degrees.
SMALLEST_TRIANGLE = 0.06


def area(ring):
    """The area of a closed ring in square degrees, positive if it runs counterclockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1])) / 2


def rounded(points):
    """A ring in tenths of a degree, without its last point. Where rounding makes it touch itself, the largest part."""
    ring, parts = [], []
    for x, y in points:
        point = (round(x, 1), round(y, 1))
        if point in ring:
            start = ring.index(point)
            parts.append(ring[start:])
            del ring[start:]
        ring.append(point)
    return max(parts, key=lambda part: abs(area(part)))


def needed(rings):
    """The points that all rings together need. Neighbouring countries share points, so they stay side by side."""
    neighbours = defaultdict(set)
    for ring in rings:
        for a, b in zip(ring, ring[1:] + ring[:1]):
            neighbours[a].add(b)
            neighbours[b].add(a)

    def bend(point):
        return abs(area([point, *sorted(neighbours[point])]))

    ends = [point for point in neighbours if len(neighbours[point]) == 2]
    for point in sorted(ends, key=lambda point: (bend(point), point)):
        a, b = neighbours[point]
        if bend(point) < SMALLEST_TRIANGLE and b not in neighbours[a]:
            del neighbours[point]
            neighbours[a] ^= {point, b}
            neighbours[b] ^= {point, a}
    return neighbours.keys()


def bends(ring):
    """The ring without points on the line through their neighbours, also where the line goes there and back."""
    around = zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1])
    return [point for before, point, after in around if abs(area([before, point, after])) > 1e-9]


def is_inside(point, ring):
    """Whether a ray from the point crosses the ring an odd number of times."""
    (x, y), odd = point, False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            odd = not odd
    return odd


def geometry(rings):
    """Polygons: outer rings, each with its holes, closed."""
    polygons = [[ring] for ring in rings if area(ring) < 0]
    for hole in rings:
        if area(hole) > 0:
            next(polygon for polygon in polygons if is_inside(hole[0], polygon[0])).append(hole)
    closed = [[[number(point) for point in ring + ring[:1]] for ring in polygon] for polygon in polygons]
    return {"type": "MultiPolygon", "coordinates": closed}


def number(point):
    """A point whose whole degrees are written without a decimal point."""
    return [int(value) if value == int(value) else value for value in point]


def main():
    with shapefile.Reader(sys.argv[1]) as reader:
        countries = {}
        for item in reader.iterShapeRecords():
            code = item.record["ISO_A3"]
            parts = list(item.shape.parts) + [len(item.shape.points)]
            rings = [rounded(item.shape.points[a:b]) for a, b in zip(parts, parts[1:])]
            countries[code if code != "-99" else item.record["ADM0_A3"]] = (item.record["NAME_LONG"], rings)
    del countries["ATA"]
    kept = needed([ring for _, rings in countries.values() for ring in rings])
    features = []
    for code, (name, rings) in sorted(countries.items()):
        rings = [bends([point for point in ring if point in kept]) for ring in rings]
        properties = {"id": code, "name": name}
        # A ring without points is an islet that rounding made flat.
        outlines = geometry([ring for ring in rings if ring])
        features.append({"type": "Feature", "properties": properties, "geometry": outlines})
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))
    sys.stdout.buffer.write(text.encode() + b"\n")


main()
