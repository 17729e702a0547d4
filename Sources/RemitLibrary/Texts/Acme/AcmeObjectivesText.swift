// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeObjectives = BuiltInLibrary.File(
    name: "objectives.csv",
    text: ##"""
Ref,Objective,Goal,Value,Due date,Owner
O1,People trained in awareness,95,91,2026-06-01,Awareness Lead
O2,Critical assets with an owner,100,70,2026-12-31,CISO
O3,Restores tested this year,12,5,2026-12-31,Backup Operator
O4,Days to close a finding,60,,2026-05-31,Simon Thackeray
O5,Suppliers reviewed,5,2,2026-03-31,Supplier Manager
O6,Patches within a month,90,94,2026-04-30,Vulnerability Manager

"""##)
}
