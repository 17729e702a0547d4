// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeKeepers = BuiltInLibrary.File(
    name: "keepers.csv",
    text: ##"""
Location,Owner
Leeds Campus,Facilities Manager
Porto Works,Jorge Esteves
Leeds Main Building,Reception Lead
Leeds Annex,Facilities Manager
Leeds Data Centre,IT Operations
Leeds Archive,Records Manager
Porto Factory Hall,Jorge Esteves
Porto Café,Jorge Esteves
Gdańsk Lab,Gonçalo Pires

"""##)
}
