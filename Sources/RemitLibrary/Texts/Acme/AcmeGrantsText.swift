// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeGrants = BuiltInLibrary.File(
    name: "grants.csv",
    text: ##"""
Permission,Granted to,Since,Until,Review date,Approver
Payroll Entry,Isla Macdonald,2023-04-01,,2026-01-12,Carla Mendes
Payroll Release,Carla Mendes,2020-01-01,,2026-01-12,Rajesh Iyer
Payroll Entry,Carla Mendes,2025-06-01,,,Carla Mendes
Payment Entry,Payment Clerk,2021-01-01,,2025-11-24,Siobhan O'Neill
Payment Release,Payment Approver,2021-01-01,,2025-11-24,Rajesh Iyer
Directory Administration,Identity Administrator,2019-01-01,,2026-03-09,Anselm Okoro
Directory Administration,Derek Whitlock,2018-04-01,,2024-02-05,Derek Whitlock
Database Administration,Database Administrator,2019-01-01,,2026-03-09,Anselm Okoro
Database Administration,Hugo Antunes,2024-01-01,2025-10-01,2025-02-03,Derek Whitlock
Repository Write,Developer,2019-01-01,,2025-03-17,Jean-Luc Moreau
Repository Write,Nicole Baptiste,2022-03-01,,2026-02-02,Jean-Luc Moreau
Ledger Reading,Internal Auditor,2021-01-01,,,
Ledger Reading,Luca Ferrante,2019-09-01,,,
Firewall Administration,Network Administrator,2019-01-01,,2026-03-09,Anselm Okoro
Recipe Reading,Manufacturing,2022-01-01,,,
Directory Administration,svc-sync,2024-05-06,,2026-03-09,Anselm Okoro
Data Centre Entry,System Administrator,2020-02-03,,2026-03-09,Harriet Stonebridge
Data Centre Entry,Nicole Baptiste,2024-05-06,,2026-03-09,Harriet Stonebridge
Server Room Entry,Manufacturing,2022-01-10,,,Jorge Esteves

"""##)
}
