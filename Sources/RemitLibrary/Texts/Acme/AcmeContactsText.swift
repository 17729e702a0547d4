// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeContacts = BuiltInLibrary.File(
    name: "contacts.csv",
    text: ##"""
Person,Organisation,Since,Until
Élodie Marchand,Data Protection Commission,2024-06-01,
Farid Haddad,Data Protection Commission,2020-01-01,2024-06-01
Anselm Okoro,Factory Security Circle,2023-02-01,
Alan Peverell,Fire Service Porto,2018-01-01,
Ursula Brandt,Instrument Regulator,2019-01-01,
Giulia Moretti,Nordwind Hosting,2023-01-01,

"""##)
}
