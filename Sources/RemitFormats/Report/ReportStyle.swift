// SPDX-License-Identifier: Apache-2.0

/// How a report looks: on a screen, a phone and paper, light and dark.
enum ReportStyle {
  /// The style sheet of the page.
  static let sheet = colors + text + tables + parts + phone + paper

  /// Every pair of a text and its ground has a contrast of at least 4.5, every bar
  /// one of 3.
  private static let colors = """

    :root { color-scheme: light dark; --ground: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de;
      --band: #f4f6f8; --link: #0b57a4; --bad: #a4161a; --bad-ground: #fdeceb; --good: #1a6b36;
      --c0: #2f6f9f; --c1: #c2701c; --c2: #4d8b57; --c3: #8f5aa8; --c4: #8a7a1f; --c5: #6b7280; }
    @media (prefers-color-scheme: dark) {
      :root { --ground: #15181c; --ink: #e6e8eb; --soft: #a4adb8; --line: #3a424c; --band: #1f242a;
        --link: #7db7ef; --bad: #ff9a91; --bad-ground: #3b1d1d; --good: #7fd699; --c0: #62a8db; --c1: #e39a4c;
        --c2: #7fbf8a; --c3: #c193d8; --c4: #c9b64a; --c5: #a3acb8; } }

    """

  private static let text = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 72rem; background: var(--ground);
      color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
      overflow-wrap: break-word; }
    header { border-bottom: 3px solid var(--c0); margin-bottom: 1.5rem; }
    header .date { color: var(--soft); margin: 0 0 .75rem; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .25rem; }
    h2 { font-size: 1.5rem; line-height: 1.25; margin: 3rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
    h3 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .5rem; }
    h4, h5, h6 { font-size: 1rem; margin: 1rem 0 .5rem; }
    p { margin: 0 0 .75rem; max-width: 46rem; }
    a { color: var(--link); }
    a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    code { font: .85em/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--ground); }
    nav ol { columns: 2; column-gap: 2rem; padding-left: 2.5rem; margin: 0; }
    nav h2, footer h2 { font-size: 1.15rem; margin-top: 0; border: 0; }
    nav li { break-inside: avoid; margin-bottom: .25rem; }
    nav ul { margin: .25rem 0 .5rem; padding-left: 1rem; font-size: .9rem; }
    nav details summary { font-size: .9rem; }
    footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .9rem; color: var(--soft); }
    footer ul { columns: 16rem; padding-left: 1.25rem; }

    """

  private static let tables = """
    table { border-collapse: collapse; margin: 0 0 .75rem; font-size: .925rem; line-height: 1.4; }
    table.rows { width: 100%; }
    table.bars { min-width: 24rem; }
    caption, .caption { text-align: left; font-weight: 600; font-size: 1rem; padding: .25rem 0; margin: 0; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
    thead th { border-bottom: 2px solid var(--soft); vertical-align: bottom; font-weight: 600; }
    tbody th { font-weight: 400; }
    tbody tr:nth-child(even) > * { background: var(--band); }
    .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .m { text-align: center; white-space: nowrap; }
    tr.found > * , tbody tr.found:nth-child(even) > * { background: var(--bad-ground); }
    .flag { display: inline-block; color: var(--bad); font-size: .85em; font-weight: 600; }
    .flag::before { content: "⚠ "; }
    .scroll { overflow-x: auto; margin-bottom: .75rem; }
    .scroll table { margin: 0; }
    table.matrix { width: auto; }
    table.matrix thead th { vertical-align: bottom; }
    table.matrix tbody th { position: sticky; left: 0; background: var(--ground); min-width: 11rem; max-width: 16rem; }
    table.matrix tbody tr:nth-child(even) th { background: var(--band); }
    table.matrix tbody tr.found th { background: var(--bad-ground); }
    th.up { padding: .35rem .2rem; height: 8rem; text-align: center; }
    th.up span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 14rem; line-height: 1.15; }
    table.matrix td { border-left: 1px solid var(--line); }
    table.matrix td.m { padding: .35rem .25rem; min-width: 2rem; }
    table.checks { width: 100%; }
    table.checks tbody tr:nth-child(even) > * { background: none; }
    svg.bar { display: inline-block; width: 12rem; max-width: 60%; height: .8rem; margin-right: .5rem; vertical-align: -.1rem; }
    td.stack { width: 40%; min-width: 10rem; }
    td.stack svg.bar { width: 100%; max-width: none; margin: 0; }
    svg.swatch { width: .7rem; height: .7rem; margin-right: .35rem; }
    .c0 { fill: var(--c0); } .c1 { fill: var(--c1); } .c2 { fill: var(--c2); }
    .c3 { fill: var(--c3); } .c4 { fill: var(--c4); } .c5 { fill: var(--c5); }

    """

  private static let parts = """
    section.sheet { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.25rem .5rem; margin: 0 0 1rem; }
    section.sheet > h2:first-child { margin-top: .25rem; }
    dl { margin: 0 0 .75rem; }
    dl.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .75rem; }
    dl.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: .75rem 1rem; background: var(--band); border-radius: .5rem; }
    dl.figures dt { color: var(--soft); font-size: .9rem; line-height: 1.3; }
    dl.figures dd { margin: 0; font-size: 1.75rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
    dl.card { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .25rem 1.5rem; }
    dl.card dt { color: var(--soft); font-size: .85rem; }
    dl.card dd { margin: 0 0 .35rem; overflow-wrap: anywhere; }
    dl.card dd ul { margin: 0; padding-left: 1.1rem; }
    .none, .nothing, .note, .about, .count { color: var(--soft); }
    .note, .about { font-size: .9rem; }
    .count { font-weight: 400; }
    ul.things { columns: 18rem; column-gap: 2rem; margin: 0 0 .75rem; padding-left: 1.25rem; }
    ul.things li { break-inside: avoid; }
    .verdict { margin: 1.5rem 0 .35rem; max-width: none; font-size: 1rem; }
    .verdict .sum, .verdict .about { font-weight: 400; }
    .pass { color: var(--good); font-weight: 600; white-space: nowrap; }
    .fail { color: var(--bad); font-weight: 600; white-space: nowrap; }
    details { display: inline-block; vertical-align: top; margin: 0 1.5rem .75rem 0; }
    details[open], nav details { display: block; }
    summary { cursor: pointer; color: var(--link); font-size: .9rem; }
    .asked { font-size: .9rem; }
    .asked p { margin: .25rem 0; max-width: none; color: var(--soft); }
    ul.proof { font-size: .9rem; margin: .25rem 0 .5rem; padding-left: 1.25rem; }
    ul.proof ul { padding-left: 1.25rem; color: var(--soft); }

    """

  private static let phone = """
    @media (max-width: 40rem) {
      body { padding: 1rem 1rem 3rem; }
      h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; margin-top: 2rem; }
      nav ol { columns: 1; }
      section.sheet { padding: .75rem .75rem .25rem; }
      dl.figures { grid-template-columns: repeat(2, 1fr); }
      svg.bar { width: 5rem; max-width: 35%; }
      td.stack svg.bar { width: 100%; }
      table.stacks, table.stacks tbody, table.stacks tr, table.stacks caption { display: block; }
      table.stacks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      table.stacks tr { padding: .4rem 0; border-bottom: 1px solid var(--line); }
      table.stacks th, table.stacks td { display: grid; grid-template-columns: 8rem 1fr; gap: .75rem; padding: .1rem .25rem;
        border: 0; text-align: left; white-space: normal; }
      table.stacks tbody tr:nth-child(even) > * { background: none; }
      table.stacks tbody tr.found > * { background: var(--bad-ground); }
      table.stacks th::before, table.stacks td::before { content: attr(data-label); color: var(--soft); font-size: .85rem; }
      table.stacks tbody th { font-weight: 600; }
      table.stacks .empty { display: none; }
      .flag { grid-column: 2; }
      table.stacks th::before, table.stacks td::before { font-weight: 400; }
      table.bars { min-width: 0; width: 100%; }
      dl.card { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .25rem .75rem; }
      table.checks td:last-child { min-width: 12rem; }
      table.matrix tbody th { min-width: 6rem; max-width: 9rem; } }

    """

  private static let paper = """
    @page { size: A4; margin: 16mm 14mm 18mm; }
    @page wide { size: A4 landscape; }
    @media print {
      :root { color-scheme: light; --ground: #fff; --ink: #000; --soft: #444; --line: #bbb; --band: #f2f2f2;
        --link: #000; --bad: #8b0000; --bad-ground: #fbe3e1; --good: #14532d; --c0: #2f6f9f; --c1: #c2701c;
        --c2: #4d8b57; --c3: #8f5aa8; --c4: #8a7a1f; --c5: #6b7280; }
      html { font-size: 9.5pt; }
      body { padding: 0; max-width: none; line-height: 1.35; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      h2 { margin-top: 0; } main > section:first-of-type > h2 { margin-top: 6mm; }
      table, p, dl, ul.things { margin-bottom: 1.5mm; }
      main > section { break-before: page; } main > section:first-of-type { break-before: auto; }
      .asked, .note, .why { break-before: avoid; }
      h2, h3, h4, caption, .caption, .verdict { break-after: avoid; }
      section.sheet, tr, dl.figures div, li, .asked { break-inside: avoid; }
      section.sheet { padding: 3mm 4mm 1mm; }
      thead { display: table-header-group; }
      table { font-size: 8.5pt; } th, td { padding: .6mm 2mm; }
      a { color: inherit; text-decoration: none; }
      details { display: block; } .skip, nav details { display: none; }
      summary { color: var(--soft); list-style: none; } summary::-webkit-details-marker { display: none; }
      details::details-content { content-visibility: visible; display: block; block-size: auto; }
      .asked, .note, ul.proof { font-size: 8pt; }
      .scroll { overflow: visible; }
      table.matrix tbody th { position: static; min-width: 0; max-width: 45mm; }
      .wide, .vast, .wide + .asked, .vast + .asked, .wide + .note, .vast + .note { page: wide; }
      .wide table { font-size: 7.5pt; } .vast table { font-size: 6pt; }
      .vast th, .vast td, .vast table.matrix td.m, .vast th.up { padding: .5mm; min-width: 0; }
      .vast th.up span { max-height: 40mm; } }

    """
}
