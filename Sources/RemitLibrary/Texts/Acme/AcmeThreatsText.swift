// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeThreats = BuiltInLibrary.File(
    name: "threats.csv",
    text: ##"""
Ref,Threat,Feeds,Treatment
T1,Extortion by malware,R01,A.8.7; A.8.13
T2,Theft by insiders,R03; R17,A.8.2; A.8.15
T3,Espionage by competitors,R04; R19,A.8.12; A.8.30
T4,Forged invoices,R34,A.5.3
T5,Flooding,R13,A.7.5
T6,Supply chain attack,R35; R38,A.5.21
T7,Drones,R33,

"""##)
}
