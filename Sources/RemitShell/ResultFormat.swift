// SPDX-License-Identifier: Apache-2.0
// Stands in for the format of RemitFormats until that is there.

public import Remit

public enum ResultFormat: String, CaseIterable, Sendable {
  case table, tsv, csv, json, jsonl, markdown

  public func render(_ result: QueryResult) -> (text: String, changedCells: Int) {
    let separator = self == .csv ? "," : "\t"
    let header = result.columns.map(\.title).joined(separator: separator)
    let rows = result.rows.map { $0.map { $0?.description ?? "" }.joined(separator: separator) }
    return (([header] + rows).map { $0 + "\n" }.joined(), 0)
  }
}
