// SPDX-License-Identifier: Apache-2.0

/// A model whose copies are one and the same until one of them is changed.
///
/// A model is a structure of many dictionaries: copying it counts a reference for each
/// of them, copying this counts one. A question copies it several times.
struct SharedModel: Sendable {
  private final class Box: Sendable {
    static let empty = Box(Model())
    let model: Model
    init(_ model: Model) { self.model = model }
  }

  private var box: Box

  /// Makes a model in which nothing has been declared.
  init() { box = Box.empty }

  /// Makes one that holds a model.
  init(_ model: Model) { box = Box(model) }

  /// The model.
  var model: Model {
    _read { yield box.model }
    _modify {
      var model = box.model
      // A dictionary has one owner while it is changed.
      box = Box.empty
      defer { box = Box(model) }
      yield &model
    }
  }
}
