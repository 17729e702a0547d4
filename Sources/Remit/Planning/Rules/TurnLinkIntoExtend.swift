// SPDX-License-Identifier: Apache-2.0

/// Starts from the thing that is named: follows the link from it instead of
/// asking every thing whether the link leads there.
///
///     Filter c where Alice owns c          Intersection
///       Scan control                  →      Scan control
///                                            Extend owns
///                                              Thing Alice
struct TurnLinkIntoExtend: OptimizerRule {
  func concerns(_ plan: LogicalPlan) -> Bool {
    switch plan {
    case .filter(_, _, .link), .filter(_, _, .same), .filter(_, _, .definition): true
    default: false
    }
  }

  func apply(to plan: LogicalPlan, in context: inout PlanContext) -> LogicalPlan {
    guard case .filter(let input, let variable, let condition) = plan else { return plan }
    let own = Operand.variable(variable)
    switch condition {
    case .link(let link, from: .name(let name), to: own) where link.time.isClosed:
      return .intersection([input, reached(from: name, Hop(link: link, isForward: true))])
    case .link(let link, from: own, to: .name(let name)) where link.time.isClosed:
      return .intersection([input, reached(from: name, Hop(link: link, isForward: false))])
    case .same(own, .name(let name)), .same(.name(let name), own):
      return .intersection([input, .thing(name)])
    case .definition(let id, [own]): return .intersection([input, .definition(id)])
    default: return plan
    }
  }

  private func reached(from name: NameID, _ hop: Hop) -> LogicalPlan {
    hop.link.repetition == nil ? .extend(.thing(name), hop) : .closure(.thing(name), hop)
  }
}
