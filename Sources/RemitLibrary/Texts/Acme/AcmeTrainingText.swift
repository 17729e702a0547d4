// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeTraining = BuiltInLibrary.File(
    name: "training.csv",
    text: ##"""
Employee,Competence,Level,Obtained,Valid until
Anselm Okoro,Risk Assessment,5,2024-02-12,2027-02-12
Marek Zieliński,Incident Handling,3,2025-01-15,2028-01-15
Ann Li,Vulnerability Assessment,4,2023-05-10,2026-05-10
Ann Li,Patch Management,3,2025-05-10,2028-05-10
Ines Carvalho,Business Continuity,4,2023-06-30,2026-06-30
Giulia Moretti,Supplier Assessment,,2025-03-03,2028-03-03
Giulia Moretti,Contract Drafting,3,2025-03-03,
Chiara Conti,Firewall Management,2,2025-02-02,2028-02-02
Chiara Conti,Network Routing,4,2025-02-02,2028-02-02
Nuno Barbosa,Firewall Management,2,2022-02-02,2025-02-02
Nuno Barbosa,Firewall Management,4,2025-01-20,2028-01-20
Nuno Barbosa,Network Routing,2,2025-01-20,2028-01-20
Callum Reid,Backup and Restore,3,2026-07-06,2029-07-06
Dilip Menon,Risk Assessment,4,2023-04-01,2026-08-10
Élodie Marchand,Data Protection Law,5,2024-08-15,2026-08-15
Katarzyna Wrona,Log Analysis,3,2023-07-21,2026-07-21
Łukasz Baran,Asset Classification,1,2024-09-09,
Ruth Calloway,Digital Forensics,5,2024-01-08,2027-01-08
Ruth Calloway,Cryptography,5,2024-01-08,2027-01-08
Ruth Calloway,Key Management,4,2024-01-08,2027-01-08
Farid Haddad,Supplier Assessment,3,2024-03-01,2027-03-01
Alan Peverell,Physical Security,3,2024-01-10,2027-01-10
Derek Whitlock,Equipment Care,2,2023-01-10,
Kenji Mori,Data Masking Technique,1,2024-11-11,2027-11-11
Thomas Ashdown,Policy Writing,3,2021-10-04,2024-10-04
Thomas Ashdown,Policy Writing,3,2024-10-04,2027-10-04
Anselm Okoro,CISM,3,2024-12-28,2028-10-04
Anselm Okoro,Security Architecture,3,2025-05-18,2027-07-14
Dilip Menon,Risk Treatment Planning,4,2025-06-12,2027-11-23
Zoë Lefèvre,ISO 27001 Lead Implementer,3,2024-11-06,2029-01-30
Zoë Lefèvre,Policy Writing,3,2025-06-16,2028-10-20
Agnieszka Nowicka,ISO 27001 Lead Auditor,3,2025-01-12,2026-11-09
Ursula Brandt,ISO 27001 Lead Auditor,4,2025-12-02,
Agnieszka Nowicka,Audit Technique,3,2024-09-04,2028-03-09
Ursula Brandt,Audit Technique,4,2026-02-12,
Thomas Ashdown,Data Protection Law,3,2025-06-07,2027-12-19
Priya Raman,Policy Writing,3,2025-01-24,
Marek Zieliński,Crisis Communication,3,2024-08-09,2027-10-03
Katarzyna Wrona,Incident Handling,3,2026-02-18,
Viktor Hrubý,Incident Handling,3,2026-03-10,2027-08-19
Ruth Calloway,Incident Handling,2,2026-03-31,2027-08-25
Mateo Cruz,Log Analysis,3,2025-12-12,
Viktor Hrubý,Log Analysis,3,2025-01-17,2027-09-14
Ruth Calloway,Log Analysis,3,2026-03-03,2026-10-24
Henrik Solberg,Crisis Communication,4,2025-08-11,2028-07-04
Henrik Solberg,Business Continuity,3,2025-08-14,2028-03-19
Owen Pritchard,Awareness Coaching,2,2024-10-10,2027-05-19
Bruno Teixeira,Awareness Coaching,3,2025-07-17,
Harriet Stonebridge,Physical Security,3,2025-07-26,2028-02-21
Harriet Stonebridge,Power and Cooling,2,2025-01-15,2027-02-09
Jorge Esteves,Physical Security,2,2025-09-06,2028-02-13
Stanisław Duda,Physical Security,2,2026-01-15,2028-03-18
Jorge Esteves,Fire Safety,2,2025-06-09,2028-04-08
Stanisław Duda,Fire Safety,3,2025-12-08,2028-11-06
Alan Peverell,Fire Safety,3,2024-10-28,2027-05-13
Joyce Tetteh,Visitor Handling,1,2024-10-06,2027-02-09
Renata Silva,Visitor Handling,2,2025-04-07,
Mei Tanaka,Payment Rules,2,2025-06-27,2027-07-06
Siobhan O'Neill,Payment Rules,3,2024-08-01,2027-07-07
Rajesh Iyer,Payment Rules,3,2024-09-05,
Aisha Mbeki,Change Planning,4,2024-08-25,2026-10-31
Lídia Rocha,Records Keeping,3,2025-06-17,2026-10-12
Wanda Krol,Key Management,3,2024-12-11,2028-10-01
Leila Farahani,Key Management,2,2025-10-13,2028-05-12
Carla Mendes,Employment Law,2,2025-05-28,2027-11-20
Isla Macdonald,Employment Law,2,2025-10-12,2027-06-04
Łukasz Baran,Linux Administration,4,2024-11-20,2027-02-07
Sanjay Kulkarni,Linux Administration,3,2025-06-08,
Tomasz Gajda,Linux Administration,4,2026-04-06,2028-07-16
Łukasz Baran,Patch Management,2,2025-06-22,2027-03-24
Sanjay Kulkarni,Patch Management,2,2024-09-14,
Tomasz Gajda,Patch Management,2,2025-09-04,
Rosa Delgado,Database Tuning,3,2026-01-11,
Kenji Mori,Database Tuning,4,2026-03-25,2028-03-18
Rosa Delgado,Backup and Restore,3,2024-09-12,2028-12-09
Kenji Mori,Backup and Restore,2,2025-03-29,
Viktor Hrubý,Cloud Operations,4,2024-11-22,2028-10-21
Emily Hartnell,Cloud Operations,3,2025-06-18,
Viktor Hrubý,Container Operations,2,2024-08-05,2028-01-31
André Figueiredo,Identity Management,3,2026-03-19,2028-06-08
Ingrid Aasen,Log Analysis,3,2025-01-04,2028-08-05
Jean-Luc Moreau,Security Architecture,4,2024-08-28,2028-10-24
Jean-Luc Moreau,Threat Modelling,4,2025-01-19,2028-04-17
Ann Lindqvist,Secure Coding,3,2025-06-16,2028-06-03
Wei Zhang,Secure Coding,3,2025-06-23,
Olga Petrenko,Secure Coding,3,2025-05-25,2027-08-19
Min-jun Park,Secure Coding,2,2025-07-18,2028-09-13
Elena Rossi,Secure Coding,2,2025-11-07,2027-08-23
Freya Nielsen,Release Engineering,4,2025-01-30,
Thomas Ashdown,Access Governance,2,2025-03-10,2028-03-16
Marek Zieliński,Threat Analysis,3,2025-09-09,2028-07-27
Ann Lindqvist,Risk Assessment,2,2025-09-23,2029-03-18
Carla Mendes,Policy Writing,2,2024-12-22,2027-06-21
Isla Macdonald,Policy Writing,2,2025-08-29,2027-12-15
Zoë Lefèvre,Asset Classification,3,2025-04-21,2028-07-14
Marek Zieliński,Policy Writing,3,2026-04-04,2027-09-20
Ines Carvalho,Backup and Restore,3,2025-05-28,
Thomas Ashdown,Copyright and Licences,2,2025-06-09,
Priya Raman,Contract Drafting,3,2026-02-15,2027-01-06
Harriet Stonebridge,Visitor Handling,1,2026-03-19,2027-11-10
Harriet Stonebridge,Fire Safety,2,2025-10-06,2029-02-19
Jorge Esteves,Equipment Care,3,2025-08-16,2029-01-14
Emily Hartnell,Endpoint Management,2,2025-03-19,2026-11-15
Łukasz Baran,Capacity Planning,4,2026-03-22,2028-08-02
Marek Zieliński,Endpoint Management,3,2024-11-28,
Sanjay Kulkarni,Configuration Auditing,4,2025-11-16,2028-07-04
Rosa Delgado,Media Destruction,2,2025-04-15,
Marek Zieliński,Security Monitoring,4,2025-12-03,
Łukasz Baran,Change Planning,3,2025-04-24,
Sanjay Kulkarni,Change Planning,2,2024-11-17,
Tomasz Gajda,Change Planning,2,2026-05-11,
Jean-Luc Moreau,Secure Coding,4,2024-12-17,2027-08-29
Jean-Luc Moreau,Requirements Engineering,2,2024-12-07,2028-09-25
Ann Lindqvist,Code Review,3,2026-03-16,
Wei Zhang,Code Review,2,2025-09-22,
Margaret Oyelaran,Business Continuity,1,2025-09-11,2028-10-14
Anselm Okoro,Security Monitoring,4,2025-08-16,2027-09-11
Anselm Okoro,Threat Analysis,2,2026-03-05,
Derek Whitlock,Linux Administration,2,2024-11-12,2027-11-30
António Salgado,First Aid,4,2025-02-08,2027-08-29
António Salgado,Equipment Care,1,2025-07-11,
Owen Pritchard,Employment Law,1,2025-08-01,2028-02-19
Thomas Ashdown,Export Control,1,2025-01-28,
Zoë Lefèvre,Log Analysis,2,2025-08-19,
Zoë Lefèvre,Threat Analysis,3,2025-01-22,2029-01-09
Łukasz Baran,Endpoint Management,1,2024-10-01,2029-02-14
Gonçalo Pires,Audit Technique,3,2025-10-27,2028-12-28
George Apsley,First Aid,4,2022-01-08,2025-03-27
Jorge Esteves,First Aid,1,2025-02-13,
Amara Nwosu,Business Continuity,4,2025-09-03,2027-11-21
Colette Dubois,Business Continuity,4,2024-08-12,2028-07-22
Hannah Bergstrom,Payment Rules,2,2025-02-09,2028-08-19
Luca Ferrante,Payment Rules,2,2025-05-22,
Oskar Lindgren,Payment Rules,2,2025-09-08,2027-04-25
Samuel Okafor,Payment Rules,2,2024-10-08,2027-12-13
Nadia Rahman,Payment Rules,2,2024-09-17,2027-06-05
Jonas Weber,Payment Rules,2,2025-10-21,
Fatima Zahra Benali,Employment Law,1,2024-10-26,2028-08-13
Agnieszka Nowicka,Data Protection Law,2,2024-10-20,2028-05-27
Farid Haddad,Data Protection Law,1,2025-02-14,2028-10-17
Priya Raman,Export Control,4,2025-07-20,2028-07-17
Priya Raman,Data Protection Law,1,2026-01-20,2027-05-04
Giulia Moretti,Export Control,1,2021-02-01,2024-06-11
Giulia Moretti,Copyright and Licences,4,2024-10-07,2027-12-15
Giulia Moretti,Data Protection Law,3,2025-08-01,2027-06-17
Sofie Jensen,Export Control,4,2024-08-27,2027-06-02
Marek Zieliński,Log Analysis,4,2026-02-20,2028-11-21
Ruth Calloway,Threat Analysis,4,2024-09-28,
Dilip Menon,Security Monitoring,1,2024-09-26,
Dilip Menon,Threat Analysis,3,2025-12-07,2028-02-09
Ben Halloran,Security Monitoring,3,2025-01-22,2029-01-15
Ben Halloran,Log Analysis,3,2026-04-26,2027-04-21
Leila Farahani,Security Monitoring,3,2024-10-23,2028-08-15
Joaquim Reis,CISSP,3,2025-10-05,2029-01-24
Joaquim Reis,Threat Analysis,4,2026-02-13,2028-09-12
Ann Li,Security Monitoring,4,2025-07-09,
Mateo Cruz,CISSP,1,2025-03-16,2029-03-03
Chiara Conti,Patch Management,4,2024-10-02,2027-09-23
Molly Fenwick,Endpoint Management,4,2024-11-03,2028-12-02
Viktor Hrubý,Linux Administration,4,2024-12-04,2028-09-08
Aisha Mbeki,Endpoint Management,3,2026-04-06,2028-05-05
Paul Ainsworth,Windows Administration,2,2025-06-03,2028-03-14
Paul Ainsworth,Patch Management,4,2025-04-23,2028-01-21
Paul Ainsworth,Endpoint Management,3,2025-07-08,
Kenji Mori,Linux Administration,1,2025-12-10,2028-04-14
Kenji Mori,Endpoint Management,3,2026-03-22,2028-01-24
Emily Hartnell,Patch Management,3,2024-10-03,
Nuno Barbosa,Linux Administration,4,2026-03-16,2027-11-21
Callum Reid,Windows Administration,2,2024-09-26,2028-09-22
Callum Reid,Patch Management,3,2026-05-01,
Callum Reid,Endpoint Management,4,2025-12-05,2026-10-16
Zuzanna Kępa,Patch Management,3,2024-09-23,
Zuzanna Kępa,Endpoint Management,2,2024-10-13,2028-02-05
Olga Petrenko,Code Review,1,2024-09-20,2027-05-13
Olga Petrenko,Threat Modelling,3,2025-09-06,2028-12-09
Ravi Subramaniam,Secure Coding,3,2026-03-18,2028-07-01
Ravi Subramaniam,Code Review,1,2026-05-09,2027-09-03
Ravi Subramaniam,Test Automation,3,2024-12-16,2027-01-31
Freya Nielsen,Secure Coding,2,2026-03-11,
Freya Nielsen,Code Review,3,2024-09-30,
Freya Nielsen,Test Automation,3,2025-01-22,2029-01-24
Freya Nielsen,Threat Modelling,3,2026-03-04,2028-02-06
Dawid Lis,Test Automation,4,2026-03-10,2027-07-08
Dawid Lis,Threat Modelling,2,2024-08-24,2027-10-10
Catarina Lopes,Secure Coding,3,2024-11-01,2028-05-19
Catarina Lopes,Threat Modelling,2,2025-07-24,2028-04-14
Michael O'Dowd,Code Review,3,2025-12-27,
Michael O'Dowd,Test Automation,3,2025-12-16,2027-12-17
Michael O'Dowd,Threat Modelling,3,2025-04-24,2028-05-02
Sara Eklund,Secure Coding,4,2026-03-25,
Sara Eklund,Code Review,2,2025-08-26,2027-11-08
Sara Eklund,Threat Modelling,1,2024-09-30,
Ivan Horvat,Secure Coding,4,2025-12-14,2028-07-25
Ivan Horvat,Code Review,2,2026-02-03,2027-04-12
Ivan Horvat,Test Automation,4,2025-07-05,2028-08-27
Ivan Horvat,Threat Modelling,1,2025-11-03,
Nicole Baptiste,Threat Modelling,4,2026-01-08,2027-12-10
Min-jun Park,Threat Modelling,2,2025-02-19,2028-10-31
Teresa Vaz,Secure Coding,1,2024-09-03,2028-11-29
Teresa Vaz,Code Review,2,2026-04-11,
Teresa Vaz,Test Automation,2,2025-03-17,2028-02-17
Teresa Vaz,Threat Modelling,4,2025-02-02,2028-06-26
Karol Mazur,Code Review,2,2026-02-28,2028-06-06
Karol Mazur,Threat Modelling,4,2024-10-08,2027-06-22
Elena Rossi,Threat Modelling,4,2025-12-21,2027-02-02
Daniel Achterberg,Secure Coding,1,2025-09-09,2028-10-18
Maya Levin,Code Review,3,2025-06-16,2027-11-02
Joanna Sikora,Code Review,2,2025-12-30,2028-06-29
Joanna Sikora,Test Automation,3,2024-11-15,
Joanna Sikora,Threat Modelling,3,2026-02-04,
Lars Holm,Test Automation,1,2022-12-01,2025-03-03
Rita Amaral,Code Review,3,2024-10-04,
Joana Ribeiro,Equipment Care,1,2025-07-30,2028-03-29
Patrick Donnelly,First Aid,1,2026-03-31,2029-03-30
Rui Tavares,Equipment Care,2,2024-12-11,
Vera Lindholm,First Aid,1,2025-08-05,2027-01-27
Vera Lindholm,Equipment Care,1,2024-10-27,2027-10-17
Hassan Karimi,Equipment Care,2,2026-04-23,2028-06-14
Sílvia Matos,Equipment Care,3,2025-01-05,2027-01-27
Paulo Queiroz,Equipment Care,2,2026-05-15,
Marta Duarte,First Aid,4,2026-04-29,2027-04-18
Tiago Neves,First Aid,2,2026-01-10,2028-08-01
Tiago Neves,Equipment Care,2,2025-05-27,2027-01-17
Lena Fischer,First Aid,3,2025-09-12,2027-10-06
Duarte Simões,First Aid,2,2026-02-14,
Chloe Barrow,First Aid,3,2024-09-04,2026-12-26
Natalia Wójcik,Audit Technique,4,2025-03-28,
Natalia Wójcik,Equipment Care,1,2025-01-10,2028-10-06
Simon Thackeray,Equipment Care,1,2024-11-23,2027-06-10
Akiko Ono,Audit Technique,2,2024-11-06,2027-12-30
Ibrahim Sesay,Audit Technique,1,2025-05-09,2029-02-17
Ibrahim Sesay,Equipment Care,2,2026-05-13,
Emma Lowther,Audit Technique,1,2025-05-08,
Charles Effiong,Export Control,1,2022-03-12,2024-12-30
Marie-Claire Fontaine,Export Control,1,2025-09-11,2028-06-29
Diego Navarro,Export Control,1,2025-06-01,
Robert Stanyon,Export Control,2,2024-11-06,2027-01-27
Ahmed Mansour,Export Control,1,2025-08-30,
Kasia Bielska,First Aid,2,2021-07-27,2024-03-02
Tariq Aziz,First Aid,1,2022-04-30,2024-03-16
Eleanor Vance,First Aid,3,2025-10-10,
Alice Ng,First Aid,3,2025-03-11,2027-05-16
Alice Ng,Data Protection Law,3,2026-05-01,
Filip Sadowski,First Aid,3,2026-05-19,
Orla Byrne,Data Protection Law,2,2025-04-10,
Denise Kouassi,First Aid,3,2025-05-04,
Marco Bianchi,Data Protection Law,3,2026-02-12,
Alan Peverell,First Aid,4,2024-10-02,
Lídia Rocha,Visitor Handling,3,2025-10-22,2029-02-10
Mick Gallagher,Fire Safety,1,2025-09-30,2027-02-27
Renata Silva,Fire Safety,3,2025-08-01,
Stanisław Duda,Visitor Handling,3,2025-01-13,
Kofi Mensah,First Aid,2,2022-05-01,2026-05-01
Bernard Lacroix,Visitor Handling,3,2024-11-18,
Dorota Malec,First Aid,3,2025-04-11,2027-06-03
Zoë Lefèvre,ISO 27001 Lead Auditor,3,2025-03-10,2028-03-10

"""##)
}
