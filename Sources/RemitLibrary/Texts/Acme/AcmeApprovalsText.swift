// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeApprovals = BuiltInLibrary.File(
    name: "approvals.csv",
    text: ##"""
Document,Approver,Approved on
POL01,Margaret Oyelaran,2025-11-03
POL02,Anselm Okoro,2025-09-15
POL03,Henrik Solberg,2025-10-06
POL04,Giulia Moretti,2026-01-20
POL05,Anselm Okoro,2024-05-13
POL06,Harriet Stonebridge,2025-08-11
POL07,Anselm Okoro,2026-02-09
POL08,Margaret Oyelaran,2025-12-01
POL09,Carla Mendes,2024-02-19
POL10,Ann Lindqvist,2025-07-21
PRO01,Carla Mendes,2025-09-02
PRO02,Derek Whitlock,2025-10-20
PRO03,Marek Zieliński,2026-03-02
PRO04,Derek Whitlock,2025-07-28
PRO05,Ruth Calloway,2024-11-18
PRO06,Rajesh Iyer,2026-04-13
PRO07,Harriet Stonebridge,2025-09-29
PRO08,Anselm Okoro,2025-11-24
PRO09,Thomas Ashdown,2025-12-08
GUI01,Anselm Okoro,2025-09-16
GUI02,Anselm Okoro,2026-01-26
GUI03,Jean-Luc Moreau,2025-08-25
PLA01,Margaret Oyelaran,2024-04-22
PLA02,Henrik Solberg,2025-10-13
PLA03,Margaret Oyelaran,2026-03-16
PLA04,Ursula Brandt,2026-02-23
AGR01,Rajesh Iyer,2025-01-13
AGR02,Rajesh Iyer,2024-07-15
REC01,Derek Whitlock,2026-03-30
REC02,Carla Mendes,2026-04-27
POL01,Anselm Okoro,2025-10-30
POL08,Élodie Marchand,2023-02-06
PRO03,Katarzyna Wrona,2024-02-05
SCO01,Margaret Oyelaran,2025-11-03

"""##)
}
