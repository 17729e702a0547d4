// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Notes which definitions the questions and checks of an engine used.
///
/// Give one to an engine before it runs, and ask it afterwards.
public final class CoverageRecorder: Sendable {
  private let names = Mutex<Set<String>>([])

  /// Makes a recorder that has noted nothing.
  public init() {}

  /// The words of the definitions used, at once or through others.
  public var used: Set<String> { names.withLock { $0 } }

  func note(_ plan: QueryPlan) {
    let used = plan.definitions.keys.map { plan.declared[$0.index] }.filter { !$0.isLet }.map(
      \.name)
    names.withLock { $0.formUnion(used) }
  }
}

extension Engine {
  /// The words of all definitions of the model, in the order of their
  /// declaration.
  public var definedWords: [String] {
    model.definitions.filter { !$0.isLet }.map(\.name).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }
}
