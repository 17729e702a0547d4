// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeAcceptances = BuiltInLibrary.File(
    name: "acceptances.csv",
    text: ##"""
Risk,Accepted by,Accepted on,Expires,Accepted level
R10,Giulia Moretti,2025-09-01,2026-09-01,medium
R15,Harriet Stonebridge,2025-10-06,2026-10-06,low
R20,Victor Almeida,2024-03-04,2025-03-04,low
R24,Chiara Conti,2025-11-10,,low
R12,Henrik Solberg,2026-01-19,2027-01-19,medium
R02,Henrik Solberg,2025-05-05,2026-05-05,medium
R17,Margaret Oyelaran,2026-02-02,2027-02-02,medium

"""##)
}
