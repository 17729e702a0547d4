// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeOrganisations = BuiltInLibrary.File(
    name: "organisations.csv",
    text: ##"""
Organisation,Type,Supplies,Owner,Receives
Nordwind Hosting,vendor,AS002; AS003,Giulia Moretti,AS011
Tejo Cleaning,vendor,,Facilities Manager,
Brightline Mail,vendor,AS019,Platform Team,
Pagora Payments,vendor,AS010,,AS007
Vistula Robotics,vendor,AS098,António Salgado,
Data Protection Commission,authority,,Data Protection Officer,
Fire Service Porto,authority,,,
Factory Security Circle,interest group,,CISO,
Hospital São Bento,customer,,Victor Almeida,AS113
Instrument Regulator,regulator,,Ursula Brandt,AS113

"""##)
}
