// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeIncidents = BuiltInLibrary.File(
    name: "incidents.csv",
    text: ##"""
Ref,Incident,Severity,Status,Report date,Closing date,Affects,Investigator
I1,Phishing wave in Finance,medium,closed,2026-03-24,2026-04-02,AS019,Katarzyna Wrona
I2,Shop offline,high,closed,2026-01-13,2026-01-14,AS008,Mateo Cruz
I3,Lost laptop in Gdańsk,low,closed,2026-05-19,2026-05-26,AS194,Kenji Mori
I4,Restore failed,high,open,2026-06-16,,AS011,Callum Reid
I5,Badge used twice,medium,open,2026-06-24,,AS025,
I6,Wrong file to a customer,medium,closed,2025-09-08,2025-09-19,AS009,Leila Farahani

"""##)
}
