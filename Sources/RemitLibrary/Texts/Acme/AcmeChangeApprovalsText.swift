// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeChangeApprovals = BuiltInLibrary.File(
    name: "change_approvals.csv",
    text: ##"""
Activity,Approver,Approved on
Firewall Rule Change,Chiara Conti,2026-05-18
Directory Upgrade,Aisha Mbeki,2026-06-09

"""##)
}
