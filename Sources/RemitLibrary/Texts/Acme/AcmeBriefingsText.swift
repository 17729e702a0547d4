// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeBriefings = BuiltInLibrary.File(
    name: "briefings.csv",
    text: ##"""
Actor,Subject,Since,Until
Board Sponsor,R01,2024-01-01,
Board Sponsor,R04,2024-01-01,
CISO,A.8.8,2023-02-01,
Customer Support,AS008,2024-01-01,

"""##)
}
