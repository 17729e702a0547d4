// SPDX-License-Identifier: Apache-2.0

import Remit
import RemitFormats

/// Drawings of the last answer.
extension Session {
  /// Draws what the last answer speaks of, on the terminal or into a file.
  ///
  /// - Parameters:
  ///   - file: The file's name, whose ending tells the format; empty for the terminal.
  ///   - replaces: Whether a file that is there is replaced.
  /// - Returns: The status; what went wrong has been printed.
  mutating func graph(_ file: String, replaces: Bool) -> RunStatus {
    guard let question = last?.question else {
      return fail("there is no answer yet that could be drawn; ask a question, then .graph")
    }
    let picture = PictureFormat(fileName: file)
    let format = picture != nil ? .dot : DrawingFormat(fileName: file)
    guard file.isEmpty || format != nil else {
      return fail(
        "the ending of '\(file)' tells no drawing: there are .svg, .png, .pdf, .dot, .mmd "
          + "and .graphml")
    }
    if let picture, host.draw == nil { return failWithoutGraphviz(file, picture) }
    let drawing: GraphDrawing
    do {
      drawing = try interruptibly { (engine, cancellation) throws(QueryError) in
        try engine.drawing(of: question, cancellation: cancellation)
      }
    } catch {
      printer.print(error)
      return RunStatus(error.code)
    }
    guard !drawing.nodes.isEmpty else { return show("There is nothing to draw.") }
    guard let format else { return show(drawing) }
    let part = drawing.first(format.mostThings)
    var bytes = Array(format.render(drawing).utf8)
    if let picture, let draw = host.draw {
      switch draw(format.render(drawing), picture) {
      case .success(let drawn): bytes = drawn
      case .failure(let problem): return fail(problem.sentence, .data)
      }
    }
    return write(bytes, to: file, replaces: replaces, saying: Self.summary(part, in: file))
  }

  private func failWithoutGraphviz(_ file: String, _ picture: PictureFormat) -> RunStatus {
    fail(
      ".\(picture.rawValue) is drawn by Graphviz, whose 'dot' is not installed; "
        + "write: .graph \(file.dropLast(4)).dot")
  }

  /// Draws on the terminal what fits there.
  private func show(_ drawing: GraphDrawing) -> RunStatus {
    guard !drawing.edges.isEmpty else {
      let count = drawing.nodes.count
      let things = count == 1 ? "its thing has" : "its \(TableRenderer.grouped(count)) things have"
      return show("There is no link to draw: the question names none that \(things).")
    }
    guard drawing.nodes.count <= GraphDrawing.mostThings else {
      return show(
        "\(TableRenderer.grouped(drawing.nodes.count)) things are too many to draw here; "
          + ".graph FILE.graphml writes all of them, .graph FILE.mmd the first "
          + "\(GraphDrawing.mostThings)")
    }
    var tree = TreeDrawing(
      drawing, width: settings.terminalWidth(), colors: settings.colorsOutput)
    let lines = tree.render() + [Self.counts(drawing)]
    output.write(lines.joined(separator: "\n") + "\n")
    return .success
  }

  private static func counts(_ drawing: GraphDrawing) -> String {
    let (things, links) = (drawing.nodes.count, drawing.edges.count)
    return "\(TableRenderer.grouped(things)) thing\(things == 1 ? "" : "s"), "
      + "\(TableRenderer.grouped(links)) link\(links == 1 ? "" : "s")"
  }

  private static func summary(_ drawing: GraphDrawing, in file: String) -> String {
    (["Drew \(counts(drawing)) in \(file)."] + drawing.notes).joined(separator: "\n")
  }

  /// Runs something of the engine that Ctrl-C ends.
  private mutating func interruptibly<Value>(
    _ body: (inout Engine, Cancellation) throws(QueryError) -> Value
  ) throws(QueryError) -> Value {
    let cancellation = Cancellation()
    interrupter?.willEvaluate(cancellation)
    defer { interrupter?.didEvaluate() }
    return try body(&engine, cancellation)
  }
}
