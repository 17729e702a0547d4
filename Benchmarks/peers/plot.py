"""Draws how the cost of each question grows: one small picture each, both axes logarithmic, as SVG without scripts."""

import math

SUBJECTS = {
    "Q1": "no owner",
    "Q2": "no competent owner",
    "Q3": "owns 3 secret assets",
    "Q4": "depends on an asset",
    "Q5": "below a manager",
    "Q6": "operates and audits",
    "Q6b": "… of the same asset",
    "Q7": "per department",
    "Q8": "sole competent",
    "Q9": "behind such controls",
    "Q10": "1000 look-ups",
    "Q11": "not below the root",
    "Q11b": "longest line",
    "Q12": "no competent holder",
}
NAMES = {"remit": "Remit", "c": "C by hand", "duckdb": "DuckDB", "sqlite": "SQLite", "kuzu": "Kuzu"}
COLUMNS, WIDTH, HEIGHT = 5, 172, 148
LEFT, TOP, RIGHT, BOTTOM = 40, 30, 8, 22  # of one small picture
MARGIN = 16
STYLE = """
  svg { color-scheme: light dark }
  text { font: 11px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #57606a }
  .title { font-weight: 600; fill: #1f2328 }
  .subject { fill: #57606a }
  .grid { stroke: #d0d7de; stroke-width: 1 }
  .line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round }
  .remit { stroke: #0969da } .dot.remit { fill: #0969da; stroke: none }
  .c { stroke: #8c959f; stroke-width: 1.5; stroke-dasharray: 4 3 } .dot.c { fill: #8c959f; stroke: none }
  .other { stroke: #bc4c00; stroke-width: 1.5 } .dot.other { fill: #bc4c00; stroke: none }
  @media (prefers-color-scheme: dark) {
    text { fill: #9198a1 } .title { fill: #f0f6fc } .subject { fill: #9198a1 }
    .grid { stroke: #3d444d }
    .remit { stroke: #4493f8 } .dot.remit { fill: #4493f8 }
    .c { stroke: #7d8590 } .dot.c { fill: #7d8590 }
    .other { stroke: #f0883e } .dot.other { fill: #f0883e }
  }"""


def kind(peer):
    return peer if peer in ("remit", "c") else "other"


def label(milliseconds):
    """The time of a line of the grid: 10 µs, 1 ms, 100 ms, 10 s."""
    for unit, size in (("s", 1e3), ("ms", 1), ("µs", 1e-3)):
        if milliseconds >= size * 0.999:
            return f"{milliseconds / size:g} {unit}"
    return f"{milliseconds * 1e6:g} ns"


def draw(times, scales, queries):
    """The picture of peer to query to scale to milliseconds."""
    found = [t for by_query in times.values() for by_scale in by_query.values() for t in by_scale.values()]
    low, high = math.floor(math.log10(min(found))), math.ceil(math.log10(max(found)))
    rows = -(-(len(queries) + 1) // COLUMNS)
    width, height = COLUMNS * WIDTH + 2 * MARGIN, rows * HEIGHT + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        ' role="img" aria-labelledby="title">',
        '<title id="title">The time of each question against the size of the organisation</title>',
        f"<style>{STYLE}\n</style>",
    ]
    decades = math.log10(scales[-1] / scales[0]) or 1

    def place(index):
        return MARGIN + index % COLUMNS * WIDTH, MARGIN + index // COLUMNS * HEIGHT

    for index, query in enumerate(queries):
        x0, y0 = place(index)
        left, top = x0 + LEFT, y0 + TOP
        inner_width, inner_height = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

        def x(scale):
            return left + inner_width * math.log10(scale / scales[0]) / decades

        def y(time):
            return top + inner_height * (high - math.log10(time)) / (high - low)

        parts.append(
            f'<text x="{left}" y="{y0 + 16}"><tspan class="title">{query}</tspan>'
            f'<tspan class="subject" dx="6">{SUBJECTS[query]}</tspan></text>'
        )
        for power in range(low, high + 1, 2):
            parts.append(
                f'<line class="grid" x1="{left}" x2="{left + inner_width}" y1="{y(10**power):.1f}" y2="{y(10**power):.1f}"/>'
            )
            if index % COLUMNS == 0:
                parts.append(
                    f'<text x="{left - 6}" y="{y(10**power) + 4:.1f}" text-anchor="end">{label(10**power)}</text>'
                )
        for scale in scales:
            parts.append(
                f'<text x="{x(scale):.1f}" y="{top + inner_height + 16}" text-anchor="middle">{thousands(scale)}</text>'
            )
        for peer in sorted(times, key=lambda peer: ["other", "c", "remit"].index(kind(peer))):
            points = [(x(s), y(times[peer][query][s])) for s in scales if s in times[peer].get(query, {})]
            line = " ".join(f"{px:.1f},{py:.1f}" for px, py in points)
            parts.append(f'<polyline class="line {kind(peer)}" points="{line}"/>')
            parts += [f'<circle class="dot {kind(peer)}" cx="{px:.1f}" cy="{py:.1f}" r="2.5"/>' for px, py in points]

    x0, y0 = place(len(queries))
    for row, peer in enumerate(sorted(times, key=lambda peer: ["remit", "c", "other"].index(kind(peer)))):
        y1 = y0 + TOP + 14 + 22 * row
        parts.append(f'<line class="line {kind(peer)}" x1="{x0 + LEFT}" x2="{x0 + LEFT + 28}" y1="{y1}" y2="{y1}"/>')
        parts.append(f'<text x="{x0 + LEFT + 36}" y="{y1 + 4}">{NAMES.get(peer, peer)}</text>')
    parts.append(f'<text x="{x0 + LEFT}" y="{y0 + TOP + 18 + 22 * len(times)}">across: people</text>')
    return "\n".join([*parts, "</svg>\n"])


def thousands(scale):
    return f"{scale // 1000}M" if scale >= 1000 else f"{scale}k"
