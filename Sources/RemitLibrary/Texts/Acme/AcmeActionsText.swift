// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeActions = BuiltInLibrary.File(
    name: "actions.csv",
    text: ##"""
Ref,Title,Status,Due date,Closing date,Owner,Fixes,Decided by
X1,Remove rights on the last day,open,2026-02-28,,HR Partner,F2,V4
X2,Plan quarterly access reviews,closed,2026-03-31,2026-03-20,André Figueiredo,F1,
X3,Write an exit plan,open,2026-01-31,,Farid Haddad,F4,V4
X4,Buy faster tapes,open,,,Callum Reid,F5; I4,
X5,Train the finance team,closed,2026-05-29,2026-05-22,Owen Pritchard,I1,
X6,Second line for the shop,open,2026-07-31,,,I2,
X7,Hire an auditor,open,2026-10-31,,Anselm Okoro,,V4
X8,Renew the steering group,closed,2025-06-30,2025-06-11,Margaret Oyelaran,,V5

"""##)
}
