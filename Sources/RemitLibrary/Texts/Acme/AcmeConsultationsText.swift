// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeConsultations = BuiltInLibrary.File(
    name: "consultations.csv",
    text: ##"""
Actor,Subject,Since,Until
HR Partner,A.5.2,2024-01-01,
Security Steering Group,A.5.2,2023-02-01,
Data Protection Officer,A.5.14,2024-06-01,
Works Council,A.8.16,2025-01-01,
Thomas Ashdown,R19,2025-10-01,

"""##)
}
