// SPDX-License-Identifier: Apache-2.0

extension Schema {
  /// A number that tells schemas apart: of the same declarations, in the same order,
  /// read in the same way, it is the same.
  var form: UInt64 {
    var text = ""
    for kind in kinds {
      text += "kind \(kind.singular)|\(kind.plural)|\(kind.isTable)|\(kind.isRetired)"
      text += "|\(kind.recordOf.map(\.index))|\(kind.attributes.map(\.index))\n"
    }
    for attribute in attributes {
      text += "attribute \(attribute.name)|\(attribute.kind.index)|\(attribute.type.phrase)"
      text += "|\(attribute.isKey)|\(attribute.source)\n"
    }
    for relation in relations {
      text += "relation \(relation.name)|\(relation.left.map(\.index))"
      text += "|\(relation.right.map(\.index))|\(relation.leftNoun ?? "")"
      text += "|\(relation.rightNoun ?? "")|\(relation.dating)|\(relation.isSymmetric)"
      text += "|\(relation.record?.index ?? -1)|\(relation.attributes.map(\.index))"
      text += "|\(relation.parts.map(\.index))\(relation.origin.form)\n"
    }
    return Array(text.utf8).withUnsafeBytes { SnapshotChecksum($0).value }
  }
}

extension Relation.Origin {
  /// The origin as a text that does not change with the library.
  fileprivate var form: String {
    switch self {
    case .stored: "|stored"
    case .recordLeft(let relation): "|left \(relation.index)"
    case .recordRight(let relation): "|right \(relation.index)"
    }
  }
}
