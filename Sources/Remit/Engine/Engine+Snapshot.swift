// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// The model and the facts as a snapshot, from which an engine is made again in
  /// much less time than the files take to load.
  ///
  /// It holds the declarations as they were written, the values of parameters and of
  /// words of `let`, and the graph. An engine made of it answers as this one does.
  ///
  /// - Returns: The bytes of a file.
  /// - Throws: ``QueryError`` if a declaration would mean something else without the
  ///   statements around it.
  /// - Complexity: O(*n*) in the things and links.
  public mutating func snapshot() throws(QueryError) -> [UInt8] {
    let graph = currentGraph()
    var again = Engine(today: today, parameters: parameters, limits: limits)
    for declaration in declarations {
      try again.redeclare(declaration.text)
    }
    guard again.model.schema.form == graph.schema.form else {
      let source = SourceText(declarations.last?.text ?? "")
      throw QueryError(
        code: .invalid,
        diagnostics: [EngineMessages.noSnapshot(at: SourceRange(0, source.bytes.count))],
        source: source)
    }
    var writer = SnapshotWriter()
    writer.write(graph.schema.form)
    writer.write(declarations) { $0.write($1.text) }
    func write(_ values: [String: Value]) {
      writer.write(values.sorted { $0.key < $1.key }) {
        $0.write($1.key)
        $0.write($1.value)
      }
    }
    write(parameters)
    write(model.constants.mapValues(\.value))
    writer.write(usedFiles.sorted()) { $0.write($1) }
    writer.write(graph)
    return writer.finished()
  }

  /// The bytes that every snapshot begins with, and no text does.
  public static var snapshotStart: [UInt8] { Array(SnapshotLayout.magic.prefix(4)) }

  /// Makes an engine of a snapshot.
  ///
  /// All bytes are checked before anything is taken over; what takes room is made
  /// when a question needs it, so the bytes are kept.
  ///
  /// - Parameters:
  ///   - snapshot: What ``snapshot()`` has returned, in an array or in a file that is
  ///     mapped into memory. It must not change while the engine is in use.
  ///   - today: The day `today` is.
  ///   - parameters: Values of `$name` parameters, besides those in the snapshot.
  ///   - loader: Opens what `use` and `load` name.
  ///   - limits: What one statement may cost.
  /// - Throws: ``SnapshotError`` when the bytes are no snapshot, of another version, or
  ///   damaged.
  /// - Complexity: O(*bytes*), at the speed of memory.
  public init(
    snapshot: any SnapshotBytes, today: Day, parameters: [String: Value] = [:],
    loader: (any Loader)? = nil, limits: Limits = .script
  ) throws(SnapshotError) {
    var reader = try SnapshotReader(snapshot)
    let form = try reader.number()
    let declarations = try reader.list { (reader) throws(SnapshotError) in try reader.text() }
    let stored = try Engine.values(&reader)
    let constants = try Engine.values(&reader)
    let used = try reader.list { (reader) throws(SnapshotError) in try reader.text() }
    self.init(
      today: today, parameters: stored.merging(parameters) { $1 }, loader: loader,
      limits: limits)
    do {
      for declaration in declarations { try redeclare(declaration) }
    } catch { throw .otherModel }
    guard model.schema.form == form else { throw .otherModel }
    for (word, value) in constants {
      guard let constant = model.constants[word] else { throw .otherModel }
      model.constants[word] = Model.Constant(value: value, type: value.type ?? constant.type)
    }
    graph = try reader.graph(model.schema)
    usedFiles = Set(used)
    try reader.finish()
  }

  private static func values(
    _ reader: inout SnapshotReader
  ) throws(SnapshotError) -> [String: Value] {
    let values = try reader.list { (reader) throws(SnapshotError) in
      (try reader.text(), try reader.value())
    }
    return Dictionary(values) { $1 }
  }

  /// Declares a word as it was declared, without looking at facts.
  private mutating func redeclare(_ text: String) throws(QueryError) {
    let source = SourceText(text)
    running = .words
    defer { running = .everything }
    try execute(
      SourceRange(0, source.bytes.count), of: source, cancellation: nil
    ) { _ in }
  }
}
