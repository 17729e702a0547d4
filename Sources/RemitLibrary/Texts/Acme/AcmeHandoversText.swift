// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeHandovers = BuiltInLibrary.File(
    name: "handovers.csv",
    text: ##"""
Control,Owner,Since,Until,Approver
A.5.9,Derek Whitlock,2020-02-01,2025-01-20,Anselm Okoro
A.5.19,Farid Haddad,2021-03-01,2024-09-16,Anselm Okoro
A.7.12,Paul Ainsworth,2021-06-01,2025-12-01,
A.7.14,Lídia Rocha,2022-01-10,2025-08-18,Harriet Stonebridge
A.8.12,Hugo Antunes,2023-04-03,2025-10-01,Derek Whitlock
A.8.28,Jean-Luc Moreau,2019-07-01,2023-11-06,Anselm Okoro
A.5.37,Laura Stein,2023-09-01,2025-08-01,Margaret Oyelaran
A.5.37,Owen Pritchard,2026-08-01,,Margaret Oyelaran

"""##)
}
