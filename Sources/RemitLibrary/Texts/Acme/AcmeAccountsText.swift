// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeAccounts = BuiltInLibrary.File(
    name: "accounts.csv",
    text: ##"""
Account,Type,User,Unlocks,Owner,Last used,Review date
okoro,personal,Anselm Okoro,AS005,,2026-06-29,2026-03-09
ann.li,personal,Ann Li,AS005; AS050,,2026-06-29,2026-03-09
mendes,personal,Carla Mendes,AS006,,2026-06-26,2026-03-09
whitlock,personal,Derek Whitlock,AS005; AS004,,2026-05-17,2025-09-15
ainsworth,personal,Paul Ainsworth,AS001,,2025-11-28,2025-09-15
halloran,personal,Ben Halloran,AS050,,2026-06-25,2026-03-09
antunes,personal,Hugo Antunes,AS008,,2025-09-29,
mori,personal,Kenji Mori,AS004,,2026-06-30,2026-03-09
reception,shared,,AS025,Reception Lead,2026-06-30,2026-03-09
packing,shared,,AS013,,2026-06-30,2025-02-10
root,shared,,AS002; AS003,System Administrator,2026-06-21,2026-03-09
shop-admin,shared,,AS008,Hugo Antunes,2026-06-12,
svc-backup,technical,,AS011,Backup Operator,2026-06-30,2026-03-09
svc-sync,technical,,AS005; AS019,Identity Administrator,2026-06-30,2026-03-09
svc-build,technical,,AS017,,2026-06-30,
old-ftp,technical,,AS066,Derek Whitlock,2024-01-30,2025-09-15

"""##)
}
