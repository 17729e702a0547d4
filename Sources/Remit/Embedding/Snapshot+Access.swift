// SPDX-License-Identifier: Apache-2.0

extension Snapshot {
  /// The part of a snapshot that somebody may ask about.
  ///
  /// The decision is asked for once for each kind, attribute and relation, when the
  /// snapshot is restricted, and not again for each question. What is denied is refused
  /// with the place of its word. What is hidden is as unknown as a word that has never
  /// been declared: no message, completion or description tells of it, and no name of its
  /// things is found or suggested. With a kind go its attributes and the links that lead
  /// to it alone, and with any of them the definitions that read it, and what a `let` has
  /// named. Things whose names are hidden are shown by a number. None of it is in the
  /// restricted snapshot itself, so that one made from it by an edit lacks it too. It
  /// cannot be saved.
  ///
  ///     let open = snapshot.restricted { access in
  ///       access == .attribute("salary", of: "person") ? .hidden : .allowed
  ///     }
  ///
  /// - Parameter authorize: Decides about each access; also, when the snapshot is edited,
  ///   about files that are opened or written, and about changes.
  /// - Returns: The restricted snapshot. Another restriction of it can only take away
  ///   more. A question that was prepared in the whole one is read again in it.
  /// - Complexity: O(*n*) in the model, and in the hidden things with their links.
  public func restricted(
    by authorize: @escaping @Sendable (Access) -> Permission
  ) -> Snapshot {
    var engine = engine
    engine.restrict(by: authorize)
    return Snapshot(frozen: engine)
  }
}
