// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The plans of declared definitions, each made when a question first uses it.
///
/// A plan depends on the definitions alone, not on the facts: it is kept until another is
/// declared.
final class DefinitionPlans: Sendable {
  private struct Kept {
    /// What the plans were made from: the same object means the same definitions.
    var definitions: KeptStratification?
    var plans: [DefinitionID: DefinitionPlan] = [:]
    var takeParameters: Bool?
  }

  private let kept = Mutex(Kept())

  /// The plan of a definition, which is made if it is not there.
  func plan(
    of id: DefinitionID, in definitions: KeptStratification, _ make: () -> DefinitionPlan
  ) -> DefinitionPlan {
    let known = kept.withLock { kept in
      kept.definitions === definitions ? kept.plans[id] : nil
    }
    if let known { return known }
    let plan = make()
    kept.withLock { kept in
      if kept.definitions !== definitions { kept = Kept(definitions: definitions) }
      kept.plans[id] = plan
    }
    return plan
  }

  /// Whether any of some definitions takes a value of the host.
  func takeParameters(
    _ definitions: [Definition], _ stratification: KeptStratification
  ) -> Bool {
    kept.withLock { kept in
      if kept.definitions !== stratification { kept = Kept(definitions: stratification) }
      if let known = kept.takeParameters { return known }
      let isAny = definitions.contains(where: \.mentionsHostParameter)
      kept.takeParameters = isAny
      return isAny
    }
  }
}
