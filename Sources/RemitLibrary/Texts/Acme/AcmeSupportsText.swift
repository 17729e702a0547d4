// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeSupports = BuiltInLibrary.File(
    name: "supports.csv",
    text: ##"""
Actor,Subject,Since,Until
Rajesh Iyer,A.5.1,2024-01-01,
Derek Whitlock,A.8.13,2022-01-01,
Margaret Oyelaran,A.5.2,2023-02-01,
Harriet Stonebridge,A.7.5,2022-05-02,
Anselm Okoro,A.8.16,2025-01-01,
Network Team,A.8.22,2024-03-01,
Jean-Luc Moreau,A.8.28,2023-11-06,

"""##)
}
