// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import RemitTestSupport
import Testing

@testable import Remit

/// Engines that have run the model of a spec or a document.
enum SpecModel {
  static func engine(for file: SpecFile) throws -> Engine {
    try engine(model: file.model, asOf: file.asOf)
  }

  /// Makes an engine; `model` names a file of `Tests/Specs/models`, or a sample.
  static func engine(model: String?, asOf: String? = nil) throws -> Engine {
    var engine = try loaded.value(of: [model, asOf]) { try load(model, asOf) }
    // What one test has had worked out spares another no steps.
    (engine.cache, engine.planCache) = (ExecutionCache(), PlanCache())
    return engine
  }

  private static let loaded = Memo<[String?], Engine>()

  private static func load(_ model: String?, _ asOf: String?) throws -> Engine {
    let day = try #require(Day(asOf ?? "2026-06-30"), "\(asOf ?? "") is a day")
    guard let model else {
      var engine = Engine(today: day)
      engine.showsParameterValues = true
      return engine
    }
    let sample = model.split(separator: "/").last ?? ""
    let candidates = ["Tests/Specs/models/\(model).remit", "\(model)/\(sample).remit"]
    let path = try #require(
      candidates.first { (try? ProjectFiles.text($0)) != nil },
      "there is a model \(model)"
    )
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    var engine = Engine(
      today: day,
      loader: FileLoader(
        folder: ProjectFiles.path(folder),
        libraries: [ProjectFiles.path("samples")]
      )
    )
    // As whoever runs a command sees them.
    engine.showsParameterValues = true
    let source = SourceText(try ProjectFiles.text(path), name: ProjectFiles.path(path))
    do {
      try engine.run(source) { _ in }
    } catch {
      for diagnostic in error.diagnostics {
        Issue.record("\(DiagnosticRenderer(error.source).render(diagnostic))")
      }
    }
    return engine
  }
}
