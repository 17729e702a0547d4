// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeActivityNeeds = BuiltInLibrary.File(
    name: "activity_needs.csv",
    text: ##"""
Activity,Competence,Least level
Restore Test,Backup and Restore,2
Key Ceremony,Key Management,3
Penetration Test 2026,Penetration Testing,3
Fire Drill,Fire Safety,2

"""##)
}
