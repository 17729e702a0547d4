// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmePermissions = BuiltInLibrary.File(
    name: "permissions.csv",
    text: ##"""
Permission,Strength,Covers
Payroll Entry,editing,AS006
Payroll Release,approving,AS006
Payment Entry,editing,AS010
Payment Release,approving,AS010
Directory Administration,administering,AS005
Database Administration,administering,AS004
Repository Write,editing,AS016
Ledger Reading,viewing,AS007
Firewall Administration,administering,AS001; AS012
Recipe Reading,viewing,AS015
Data Centre Entry,,Leeds Data Centre
Server Room Entry,,Porto Server Room

"""##)
}
