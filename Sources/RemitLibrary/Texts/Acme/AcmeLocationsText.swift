// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeLocations = BuiltInLibrary.File(
    name: "locations.csv",
    text: ##"""
Location,Type,Inside
Leeds Campus,site,
Porto Works,site,
Gdańsk Office,site,
Leeds Main Building,building,Leeds Campus
Leeds Annex,building,Leeds Campus
Leeds Data Centre,processing facility,Leeds Main Building
Leeds Archive,room,Leeds Annex
Porto Factory Hall,building,Porto Works
Porto Server Room,processing facility,Porto Factory Hall
Porto Café,room,Porto Factory Hall
Gdańsk Lab,room,Gdańsk Office

"""##)
}
