// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeIssues = BuiltInLibrary.File(
    name: "issues.csv",
    text: ##"""
Issue,Type,Owner
New rules for suppliers,external,Compliance Manager
"Three sites, one network",internal,Derek Whitlock
Few people who know the database,internal,
Customers ask for certificates,external,Victor Almeida
Move of the archive,internal,

"""##)
}
