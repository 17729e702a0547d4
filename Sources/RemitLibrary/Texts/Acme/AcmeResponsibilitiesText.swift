// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeResponsibilities = BuiltInLibrary.File(
    name: "responsibilities.csv",
    text: ##"""
Actor,Subject,Since,Until,Scope,Acceptance date,Basis,Approver
Callum Reid,A.8.13,2024-01-15,,,2024-01-20,PRO02,Anselm Okoro
Nuno Barbosa,A.8.20,2023-03-01,,Leeds Data Centre,2023-03-03,POL01,Derek Whitlock
Chiara Conti,Firewall Rule Change,2026-05-01,,,2026-05-01,PRO04,Aisha Mbeki
Tomasz Gajda,Directory Upgrade,2026-05-11,,,,PRO04,Aisha Mbeki
Cloud Engineer,A.5.23,2023-09-04,,,2023-09-04,POL04,Anselm Okoro
Nordwind Hosting,A.8.14,2022-01-01,,,2022-01-01,AGR01,Rajesh Iyer
Joyce Tetteh,A.7.2,2021-06-01,,Leeds Reception,2021-06-02,PRO07,Harriet Stonebridge
Renata Silva,A.7.2,2026-06-01,,Porto Gatehouse,,PRO07,Harriet Stonebridge
Laura Stein,A.6.7,2023-02-01,2025-08-01,,2023-02-03,POL09,Carla Mendes
Owen Pritchard,A.6.7,2025-08-01,,,,POL09,Owen Pritchard
Mateo Cruz,Shop Relaunch,2026-02-02,,security,2026-02-03,POL10,Anselm Okoro
Ewa Pawlak,Porto Line 4,2025-09-01,,planning,2025-09-01,,
Giulia Moretti,A.5.22,2026-05-04,,,2026-05-05,AGR02,
Service Desk,A.8.1,2024-01-08,,,2024-01-08,POL03,

"""##)
}
