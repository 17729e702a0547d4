// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeDelegations = BuiltInLibrary.File(
    name: "delegations.csv",
    text: ##"""
Delegator,Delegate,Subject,Since,Until,Reason,Transferable
Anselm Okoro,Dilip Menon,A.5.2,2026-01-05,2026-12-31,Daily work,no
Carla Mendes,Isla Macdonald,A.6.2,2025-10-01,,Daily work,no
Rajesh Iyer,Hannah Bergstrom,AS007,2026-06-01,2026-08-31,Summer leave,no
Hannah Bergstrom,Rajesh Iyer,AS007,2026-06-15,2026-08-01,Her own leave,no
Jean-Luc Moreau,Ann Lindqvist,AS016,2025-12-01,,Daily work,yes
Ann Lindqvist,Wei Zhang,AS016,2026-02-01,,Passed on,no
Harriet Stonebridge,Jorge Esteves,A.7.11,2026-03-01,2026-09-01,Site work,no
Derek Whitlock,Łukasz Baran,A.7.9,2025-09-01,,Before he left,no
Thomas Ashdown,Priya Raman,A.5.31,2026-01-12,,Daily work,no
Sanjay Kulkarni,Emily Hartnell,AS004,2026-04-01,,Night shift,no
Paul Ainsworth,Nuno Barbosa,A.8.20,2025-06-02,,Daily work,no
Zoë Lefèvre,Joaquim Reis,A.5.12,2025-01-01,2026-01-01,Parental leave,no
Mei Tanaka,Nadia Rahman,AS010,2025-02-03,2025-12-31,Cover,no
Marek Zieliński,Katarzyna Wrona,A.8.16,2026-05-01,2026-10-01,Project,no
Siobhan O'Neill,Mei Tanaka,AS010,2026-07-01,2026-07-31,Leave,no
Nina Castellanos,Alice Ng,AS009,2026-02-16,,Daily work,no
Kenji Mori,Rosa Delgado,R22,2026-03-10,2027-03-10,Project,no

"""##)
}
