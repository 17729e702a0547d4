// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeMessageReaders = BuiltInLibrary.File(
    name: "message_readers.csv",
    text: ##"""
Person,Message,Acknowledged on
Rajesh Iyer,Phishing Alert,2026-04-08
Siobhan O'Neill,Phishing Alert,2026-04-09
Grace Adeyemi,Phishing Alert,2026-04-07
Margaret Oyelaran,Phishing Alert,2026-04-20
Henrik Solberg,New Crisis Numbers,2026-02-17
Anselm Okoro,New Crisis Numbers,2025-08-12
Siobhan O'Neill,Changed Payment Limits,2026-05-04
Mei Tanaka,Changed Payment Limits,2026-05-11

"""##)
}
