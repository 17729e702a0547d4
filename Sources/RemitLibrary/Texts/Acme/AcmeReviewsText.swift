// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeReviews = BuiltInLibrary.File(
    name: "reviews.csv",
    text: ##"""
Ref,Review,Type,Review date,Next date,Reviewer,Examines
V1,Audit of access,audit,2025-10-14,2026-10-14,Agnieszka Nowicka,A.5.15; A.5.18; A.8.2
V2,Audit of policies,audit,2026-02-10,2027-02-10,Zoë Lefèvre,A.5.1; A.5.12
V3,Audit of suppliers,audit,2025-05-20,2026-05-20,Ursula Brandt,Nordwind Hosting; A.5.19
V4,Management review 2026,management,2026-01-27,2027-01-27,Margaret Oyelaran,
V5,Management review 2025,management,2025-01-28,2026-01-28,Margaret Oyelaran,
V6,Restore test of the database,test,2026-03-11,2026-09-11,Callum Reid,A.8.13; AS004
V7,Failover test of the cluster,test,2025-04-02,2026-04-02,Viktor Hrubý,A.8.14; AS002
V8,Alarm test,test,2026-05-05,2026-11-05,Stanisław Duda,A.7.5; A.7.11
V9,Access review of payroll,access,2026-01-12,2026-07-12,Joaquim Reis,AS006; mendes
V10,Visit to the cleaning firm,audit,2023-11-07,2024-11-07,Farid Haddad,Tejo Cleaning

"""##)
}
