// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeFindings = BuiltInLibrary.File(
    name: "findings.csv",
    text: ##"""
Ref,Title,Severity,Status,Raised by,Concerns,Due date,Closing date,Owner
F1,Access reviews late,minor,open,V1,A.5.18,2026-03-31,,Access Reviewer
F2,Leavers keep rights,major,open,V1,A.5.11; A.8.2,2026-01-31,,Carla Mendes
F3,Policy not approved in time,observation,closed,V2,A.5.1,2026-04-30,2026-05-08,Zoë Lefèvre
F4,No exit plan for hosting,major,open,V3,Nordwind Hosting; A.5.21,2025-11-30,,Farid Haddad
F5,Restore takes too long,minor,open,V6,A.8.13,2026-09-30,,
F6,Failover not documented,minor,closed,V7,A.8.14,2025-08-31,2025-08-12,Platform Team
F7,No independent audit of policies,major,open,V4,A.5.35,2026-08-31,,CISO

"""##)
}
