// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary {
  public static let iso27001 = BuiltInLibrary(
    name: "iso27001",
    summary: "who is responsible for what, after ISO/IEC 27001:2022",
    files: [
      .iso27001,
      .iso27001Checks,
      .iso27001Clauses,
      .iso27001Large,
      .iso27001Model,
      .iso27001Notions,
      .iso27001Organisational,
      .iso27001Personnel,
      .iso27001Physical,
      .iso27001Report,
      .iso27001Responsibilities,
      .iso27001Sheets,
      .iso27001Small,
      .iso27001Technological,
      .iso27001Requirements,
      .iso27001Statements,
    ])
}
