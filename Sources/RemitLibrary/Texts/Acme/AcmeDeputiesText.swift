// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeDeputies = BuiltInLibrary.File(
    name: "deputies.csv",
    text: ##"""
Role,Deputy,Since,Until
CISO,Zoë Lefèvre,2023-03-01,
Incident Lead,Katarzyna Wrona,2024-01-08,
Data Protection Officer,Priya Raman,2024-06-01,
Facilities Manager,Jorge Esteves,2022-05-01,
Crisis Manager,Ines Carvalho,2023-01-01,
Change Manager,Paul Ainsworth,2024-02-01,2025-12-01
Payment Approver,Hannah Bergstrom,2024-09-01,
Release Manager,Adam Rowntree,2025-02-01,
Identity Administrator,Tomasz Gajda,2024-04-01,
Business Continuity Lead,Simon Thackeray,2024-01-01,
Risk Manager,Leila Farahani,2025-01-01,
Internal Auditor,Natalia Wójcik,2024-03-01,

"""##)
}
