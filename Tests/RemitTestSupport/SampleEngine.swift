// SPDX-License-Identifier: Apache-2.0
package import Remit
import RemitFormats

/// Engines that have loaded a sample, as of the day its answers are known for.
package enum SampleEngine {
  /// The day of the sample's README.
  package static let day = Day("2026-06-30") ?? .earliest

  /// An engine with the model of ISO 27001 and the register of Acme.
  package static func acme() -> Engine { engine("samples/acme/acme.remit", libraries: ["samples"]) }

  /// An engine that has run a file of the checkout.
  ///
  /// - Parameters:
  ///   - path: The file, from the root of the checkout.
  ///   - libraries: Folders in which `use "name"` looks.
  /// - Returns: The engine, as of ``day``.
  package static func engine(_ path: String, libraries: [String] = []) -> Engine {
    loaded.value(of: [path] + libraries) { load(path, libraries) }
  }

  private static let loaded = Memo<[String], Engine>()

  private static func load(_ path: String, _ libraries: [String]) -> Engine {
    let file = ProjectFiles.path(path)
    let folder = file.split(separator: "/").dropLast().map { "/\($0)" }.joined()
    var engine = Engine(
      today: day,
      loader: FileLoader(folder: folder, libraries: libraries.map(ProjectFiles.path)))
    do {
      let text = try ProjectFiles.text(path)
      try engine.run(SourceText(text, name: file)) { _ in }
    } catch {
      fatalError("the sample \(path) does not load: \(error)")
    }
    return engine
  }
}
