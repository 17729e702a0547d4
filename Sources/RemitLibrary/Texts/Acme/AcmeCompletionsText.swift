// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeCompletions = BuiltInLibrary.File(
    name: "completions.csv",
    text: ##"""
Employee,Training,Completed on
Rajesh Iyer,Security Awareness,2026-06-12
Rajesh Iyer,Security Awareness,2024-04-30
Rajesh Iyer,Data Protection Basics,2026-04-05
Carla Mendes,Security Awareness,2025-08-25
Carla Mendes,Data Protection Basics,2026-02-18
Élodie Marchand,Security Awareness,2025-12-02
Élodie Marchand,Security Awareness,2025-03-26
Élodie Marchand,Data Protection Basics,2025-09-14
Anselm Okoro,Security Awareness,2025-08-27
Anselm Okoro,Data Protection Basics,2025-09-09
Derek Whitlock,Security Awareness,2025-10-15
Derek Whitlock,Data Protection Basics,2026-02-28
Jean-Luc Moreau,Security Awareness,2026-06-19
António Salgado,Security Awareness,2026-05-20
António Salgado,Security Awareness,2024-05-22
António Salgado,Data Protection Basics,2025-04-19
António Salgado,Phishing Drill,2026-04-11
Ursula Brandt,Security Awareness,2026-03-14
Ursula Brandt,Security Awareness,2024-11-20
Ursula Brandt,Data Protection Basics,2025-01-13
Ursula Brandt,Phishing Drill,2026-06-15
Victor Almeida,Security Awareness,2024-06-06
Nina Castellanos,Security Awareness,2026-06-02
Nina Castellanos,Security Awareness,2025-01-30
Harriet Stonebridge,Security Awareness,2026-05-07
Harriet Stonebridge,Security Awareness,2025-03-24
Harriet Stonebridge,Data Protection Basics,2024-08-15
Henrik Solberg,Security Awareness,2025-12-16
Siobhan O'Neill,Security Awareness,2026-05-11
Siobhan O'Neill,Security Awareness,2025-03-06
Owen Pritchard,Security Awareness,2025-08-29
Thomas Ashdown,Security Awareness,2025-09-15
Thomas Ashdown,Security Awareness,2024-06-04
Zoë Lefèvre,Security Awareness,2025-10-06
Zoë Lefèvre,Data Protection Basics,2025-07-22
Zoë Lefèvre,Phishing Drill,2025-09-29
Łukasz Baran,Security Awareness,2026-02-20
Łukasz Baran,Security Awareness,2024-08-21
Ann Lindqvist,Security Awareness,2026-05-16
Ann Lindqvist,Security Awareness,2025-05-18
Miguel Serrano,Security Awareness,2026-05-30
Miguel Serrano,Phishing Drill,2026-01-15
Gonçalo Pires,Security Awareness,2025-10-06
Gonçalo Pires,Security Awareness,2024-07-10
Gonçalo Pires,Data Protection Basics,2026-04-12
Gonçalo Pires,Phishing Drill,2025-09-17
Jorge Esteves,Security Awareness,2025-09-08
Ines Carvalho,Security Awareness,2026-04-13
Ines Carvalho,Data Protection Basics,2025-10-08
Tobias Quint,Security Awareness,2025-09-11
Tobias Quint,Data Protection Basics,2025-07-29
Amara Nwosu,Security Awareness,2026-02-22
Amara Nwosu,Security Awareness,2024-05-31
Amara Nwosu,Data Protection Basics,2026-02-04
Colette Dubois,Security Awareness,2026-06-03
Colette Dubois,Security Awareness,2024-08-05
Colette Dubois,Phishing Drill,2026-01-13
Piotr Wolski,Security Awareness,2024-12-07
Hannah Bergstrom,Security Awareness,2025-07-15
Hannah Bergstrom,Security Awareness,2024-07-19
Hannah Bergstrom,Data Protection Basics,2025-12-11
Hannah Bergstrom,Phishing Drill,2026-03-23
Luca Ferrante,Security Awareness,2025-10-02
Luca Ferrante,Security Awareness,2025-03-17
Mei Tanaka,Security Awareness,2025-07-26
Mei Tanaka,Security Awareness,2025-02-23
Mei Tanaka,Data Protection Basics,2025-03-21
Grace Adeyemi,Security Awareness,2025-09-24
Grace Adeyemi,Data Protection Basics,2026-01-28
Grace Adeyemi,Phishing Drill,2025-07-17
Oskar Lindgren,Security Awareness,2026-06-08
Beatriz Pinto,Security Awareness,2025-10-01
Beatriz Pinto,Security Awareness,2024-10-19
Beatriz Pinto,Data Protection Basics,2025-04-29
Samuel Okafor,Security Awareness,2026-05-17
Samuel Okafor,Security Awareness,2024-12-04
Samuel Okafor,Data Protection Basics,2024-10-02
Nadia Rahman,Security Awareness,2025-08-19
Nadia Rahman,Security Awareness,2025-01-31
Nadia Rahman,Data Protection Basics,2026-05-13
Jonas Weber,Security Awareness,2026-01-17
Jonas Weber,Data Protection Basics,2025-03-07
Jonas Weber,Phishing Drill,2025-08-12
Yuki Hayashi,Security Awareness,2025-12-31
Yuki Hayashi,Security Awareness,2024-08-25
Yuki Hayashi,Data Protection Basics,2025-07-09
Dominik Kaczmarek,Security Awareness,2026-02-27
Dominik Kaczmarek,Security Awareness,2024-10-06
Laura Stein,Security Awareness,2025-07-21
Laura Stein,Data Protection Basics,2024-10-05
Isla Macdonald,Security Awareness,2026-03-26
Isla Macdonald,Security Awareness,2024-12-11
Isla Macdonald,Data Protection Basics,2025-07-19
Isla Macdonald,Phishing Drill,2026-04-10
Bruno Teixeira,Security Awareness,2025-11-02
Bruno Teixeira,Phishing Drill,2026-05-11
Agnieszka Nowicka,Security Awareness,2026-05-08
Agnieszka Nowicka,Security Awareness,2024-03-01
Agnieszka Nowicka,Data Protection Basics,2026-02-05
Farid Haddad,Security Awareness,2025-10-21
Priya Raman,Security Awareness,2026-03-24
Priya Raman,Security Awareness,2024-10-26
Priya Raman,Data Protection Basics,2026-01-26
Giulia Moretti,Security Awareness,2025-10-16
Giulia Moretti,Security Awareness,2024-07-09
Giulia Moretti,Data Protection Basics,2024-11-03
Giulia Moretti,Phishing Drill,2025-10-21
Kwame Boateng,Security Awareness,2026-04-08
Kwame Boateng,Phishing Drill,2025-11-26
Sofie Jensen,Security Awareness,2025-07-31
Marek Zieliński,Security Awareness,2025-08-15
Ruth Calloway,Security Awareness,2025-09-26
Ruth Calloway,Security Awareness,2025-04-22
Ruth Calloway,Phishing Drill,2025-09-14
Dilip Menon,Security Awareness,2025-07-21
Dilip Menon,Data Protection Basics,2024-09-26
Katarzyna Wrona,Security Awareness,2026-01-09
Ben Halloran,Security Awareness,2026-02-09
Ben Halloran,Security Awareness,2024-03-29
Ben Halloran,Data Protection Basics,2025-03-23
Leila Farahani,Security Awareness,2026-06-20
Leila Farahani,Data Protection Basics,2026-03-05
Leila Farahani,Phishing Drill,2025-09-16
Joaquim Reis,Security Awareness,2026-05-01
Joaquim Reis,Security Awareness,2024-08-28
Joaquim Reis,Data Protection Basics,2025-06-16
Ann Li,Security Awareness,2026-03-02
Ann Li,Security Awareness,2025-05-19
Mateo Cruz,Security Awareness,2025-10-30
Mateo Cruz,Data Protection Basics,2025-12-26
Ingrid Aasen,Security Awareness,2026-04-25
Ingrid Aasen,Security Awareness,2025-02-06
Ingrid Aasen,Data Protection Basics,2025-08-15
Chiara Conti,Security Awareness,2025-11-16
Chiara Conti,Data Protection Basics,2024-07-16
Sanjay Kulkarni,Security Awareness,2025-12-14
Sanjay Kulkarni,Security Awareness,2024-03-21
Molly Fenwick,Security Awareness,2025-12-05
Molly Fenwick,Data Protection Basics,2026-02-13
André Figueiredo,Security Awareness,2026-01-07
André Figueiredo,Security Awareness,2024-10-20
André Figueiredo,Phishing Drill,2025-09-20
Viktor Hrubý,Security Awareness,2026-04-29
Viktor Hrubý,Security Awareness,2025-04-16
Viktor Hrubý,Phishing Drill,2026-01-14
Aisha Mbeki,Security Awareness,2026-01-28
Aisha Mbeki,Security Awareness,2025-05-20
Aisha Mbeki,Data Protection Basics,2025-01-28
Aisha Mbeki,Phishing Drill,2026-04-03
Paul Ainsworth,Security Awareness,2025-11-16
Paul Ainsworth,Security Awareness,2024-09-15
Paul Ainsworth,Data Protection Basics,2025-08-11
Rosa Delgado,Security Awareness,2026-02-20
Rosa Delgado,Security Awareness,2024-08-14
Rosa Delgado,Data Protection Basics,2026-04-26
Tomasz Gajda,Security Awareness,2026-02-02
Tomasz Gajda,Data Protection Basics,2025-04-01
Kenji Mori,Security Awareness,2026-05-06
Kenji Mori,Security Awareness,2025-04-16
Kenji Mori,Data Protection Basics,2025-12-08
Emily Hartnell,Security Awareness,2026-02-01
Emily Hartnell,Security Awareness,2024-08-02
Emily Hartnell,Data Protection Basics,2025-10-18
Nuno Barbosa,Security Awareness,2025-12-06
Nuno Barbosa,Data Protection Basics,2025-03-10
Nuno Barbosa,Phishing Drill,2025-08-14
Callum Reid,Security Awareness,2025-12-26
Callum Reid,Data Protection Basics,2025-07-22
Zuzanna Kępa,Security Awareness,2026-05-19
Zuzanna Kępa,Security Awareness,2024-10-25
Wei Zhang,Security Awareness,2026-05-22
Wei Zhang,Data Protection Basics,2024-11-12
Hugo Antunes,Security Awareness,2025-08-28
Hugo Antunes,Data Protection Basics,2025-09-15
Olga Petrenko,Security Awareness,2025-10-12
Olga Petrenko,Data Protection Basics,2025-03-04
Ravi Subramaniam,Security Awareness,2025-12-11
Ravi Subramaniam,Data Protection Basics,2025-01-12
Freya Nielsen,Security Awareness,2026-02-12
Dawid Lis,Security Awareness,2025-08-14
Dawid Lis,Security Awareness,2025-02-15
Dawid Lis,Data Protection Basics,2025-06-24
Dawid Lis,Phishing Drill,2025-09-07
Catarina Lopes,Security Awareness,2025-10-28
Catarina Lopes,Data Protection Basics,2025-06-08
Michael O'Dowd,Security Awareness,2026-01-26
Michael O'Dowd,Security Awareness,2025-02-19
Michael O'Dowd,Data Protection Basics,2026-01-14
Sara Eklund,Security Awareness,2026-03-24
Sara Eklund,Security Awareness,2024-07-26
Ivan Horvat,Security Awareness,2026-01-03
Ivan Horvat,Security Awareness,2025-02-19
Ivan Horvat,Data Protection Basics,2024-12-29
Ivan Horvat,Phishing Drill,2025-07-15
Nicole Baptiste,Security Awareness,2025-10-12
Nicole Baptiste,Security Awareness,2025-04-07
Nicole Baptiste,Data Protection Basics,2024-10-02
Nicole Baptiste,Phishing Drill,2025-09-15
Adam Rowntree,Security Awareness,2025-12-23
Adam Rowntree,Data Protection Basics,2025-03-23
Teresa Vaz,Security Awareness,2025-08-19
Teresa Vaz,Security Awareness,2025-04-16
Teresa Vaz,Data Protection Basics,2025-02-08
Karol Mazur,Data Protection Basics,2024-11-25
Elena Rossi,Security Awareness,2026-05-01
Elena Rossi,Data Protection Basics,2024-09-30
Elena Rossi,Phishing Drill,2026-06-14
Daniel Achterberg,Security Awareness,2026-01-07
Daniel Achterberg,Data Protection Basics,2024-09-04
Filipe Moura,Security Awareness,2025-09-26
Joanna Sikora,Security Awareness,2026-06-08
Joanna Sikora,Data Protection Basics,2025-03-16
Joanna Sikora,Phishing Drill,2025-11-26
Peter van den Berg,Security Awareness,2026-01-14
Peter van den Berg,Security Awareness,2024-08-11
Peter van den Berg,Data Protection Basics,2025-06-29
Anita Desai,Security Awareness,2026-02-18
Anita Desai,Security Awareness,2025-03-16
Anita Desai,Phishing Drill,2026-03-20
Lars Holm,Security Awareness,2026-02-07
Lars Holm,Security Awareness,2024-12-01
Lars Holm,Data Protection Basics,2025-10-01
Rita Amaral,Security Awareness,2026-01-17
Rita Amaral,Data Protection Basics,2025-09-12
Rita Amaral,Phishing Drill,2025-09-15
Joana Ribeiro,Security Awareness,2025-09-24
Joana Ribeiro,Phishing Drill,2025-10-08
Patrick Donnelly,Security Awareness,2026-04-23
Patrick Donnelly,Security Awareness,2024-08-22
Ewa Pawlak,Security Awareness,2026-04-22
Ewa Pawlak,Security Awareness,2025-03-20
Ewa Pawlak,Data Protection Basics,2025-11-09
Rui Tavares,Security Awareness,2024-08-25
Vera Lindholm,Security Awareness,2025-09-11
Vera Lindholm,Security Awareness,2024-09-03
Vera Lindholm,Data Protection Basics,2025-01-09
Sílvia Matos,Security Awareness,2025-12-18
Sílvia Matos,Security Awareness,2024-05-30
Sílvia Matos,Data Protection Basics,2025-09-14
Gareth Bowen,Data Protection Basics,2025-02-03
Paulo Queiroz,Security Awareness,2026-06-17
Paulo Queiroz,Security Awareness,2025-01-06
Paulo Queiroz,Data Protection Basics,2024-08-16
Marta Duarte,Security Awareness,2026-05-11
Marta Duarte,Security Awareness,2025-05-01
Marta Duarte,Data Protection Basics,2026-04-05
Tiago Neves,Security Awareness,2025-10-11
Tiago Neves,Data Protection Basics,2026-05-04
Tiago Neves,Phishing Drill,2025-12-15
Lena Fischer,Security Awareness,2025-08-05
Lena Fischer,Data Protection Basics,2025-04-08
Duarte Simões,Security Awareness,2025-08-07
Duarte Simões,Data Protection Basics,2025-03-14
Natalia Wójcik,Security Awareness,2026-05-07
Natalia Wójcik,Security Awareness,2024-05-06
Simon Thackeray,Security Awareness,2025-07-23
Simon Thackeray,Data Protection Basics,2025-05-10
Akiko Ono,Security Awareness,2025-10-08
Akiko Ono,Data Protection Basics,2025-05-24
Helena Cardoso,Security Awareness,2026-01-20
Helena Cardoso,Security Awareness,2024-07-22
Ibrahim Sesay,Security Awareness,2026-03-23
Ibrahim Sesay,Data Protection Basics,2024-12-23
Ibrahim Sesay,Phishing Drill,2026-03-24
Emma Lowther,Security Awareness,2026-01-19
Emma Lowther,Security Awareness,2025-02-14
Emma Lowther,Data Protection Basics,2026-04-04
Charles Effiong,Security Awareness,2026-01-25
Charles Effiong,Security Awareness,2025-04-10
Charles Effiong,Data Protection Basics,2025-08-10
Charles Effiong,Phishing Drill,2026-03-09
Marie-Claire Fontaine,Security Awareness,2026-01-07
Marie-Claire Fontaine,Security Awareness,2024-06-28
Marie-Claire Fontaine,Data Protection Basics,2024-10-26
Stefan Ilić,Security Awareness,2025-11-27
Stefan Ilić,Data Protection Basics,2025-06-07
Lucy Garland,Security Awareness,2026-03-07
Lucy Garland,Phishing Drill,2026-02-15
Diego Navarro,Security Awareness,2025-12-21
Diego Navarro,Security Awareness,2025-05-10
Hana Kim,Security Awareness,2025-08-26
Hana Kim,Data Protection Basics,2025-02-18
Robert Stanyon,Security Awareness,2025-09-05
Robert Stanyon,Security Awareness,2024-12-06
Robert Stanyon,Data Protection Basics,2024-11-21
Inês Falcão,Security Awareness,2026-06-01
Inês Falcão,Data Protection Basics,2025-01-31
Ahmed Mansour,Security Awareness,2025-07-15
Ahmed Mansour,Data Protection Basics,2026-06-06
Kirsten Vogel,Security Awareness,2025-08-27
Kirsten Vogel,Data Protection Basics,2024-11-19
Kirsten Vogel,Phishing Drill,2026-01-31
Noah Whitaker,Security Awareness,2026-01-15
Noah Whitaker,Security Awareness,2025-03-10
Paulina Górska,Security Awareness,2026-04-08
Paulina Górska,Security Awareness,2024-11-15
Kasia Bielska,Security Awareness,2025-08-20
Kasia Bielska,Phishing Drill,2025-11-17
Tariq Aziz,Security Awareness,2026-02-17
Tariq Aziz,Security Awareness,2025-04-13
Eleanor Vance,Security Awareness,2026-04-25
Raquel Sousa,Security Awareness,2026-01-07
Raquel Sousa,Phishing Drill,2025-08-08
Mohammed Siddiqui,Security Awareness,2026-05-31
Mohammed Siddiqui,Security Awareness,2024-11-25
Mohammed Siddiqui,Data Protection Basics,2026-03-25
Alice Ng,Security Awareness,2024-10-10
Filip Sadowski,Security Awareness,2025-09-10
Filip Sadowski,Data Protection Basics,2026-02-18
Orla Byrne,Security Awareness,2026-05-16
Orla Byrne,Data Protection Basics,2024-09-26
Orla Byrne,Phishing Drill,2026-05-28
Denise Kouassi,Security Awareness,2025-08-20
Denise Kouassi,Data Protection Basics,2025-12-11
Marco Bianchi,Security Awareness,2026-06-07
Marco Bianchi,Security Awareness,2024-09-29
Marco Bianchi,Data Protection Basics,2025-07-14
Wanda Krol,Security Awareness,2026-03-08
Wanda Krol,Security Awareness,2024-10-07
Wanda Krol,Data Protection Basics,2024-11-07
Wanda Krol,Phishing Drill,2026-02-19
Alan Peverell,Security Awareness,2025-08-26
Alan Peverell,Data Protection Basics,2025-03-01
Lídia Rocha,Security Awareness,2025-12-02
Lídia Rocha,Security Awareness,2024-07-06
Lídia Rocha,Data Protection Basics,2025-09-11
Lídia Rocha,Phishing Drill,2025-08-06
Mick Gallagher,Security Awareness,2025-10-05
Mick Gallagher,Security Awareness,2024-04-16
Mick Gallagher,Data Protection Basics,2026-04-17
Mick Gallagher,Phishing Drill,2025-08-04
Renata Silva,Security Awareness,2025-09-13
Renata Silva,Security Awareness,2024-09-07
Renata Silva,Data Protection Basics,2025-06-14
Renata Silva,Phishing Drill,2026-05-10
Stanisław Duda,Security Awareness,2026-01-06
Stanisław Duda,Security Awareness,2025-03-06
Stanisław Duda,Data Protection Basics,2025-04-19
Kofi Mensah,Security Awareness,2025-10-24
Kofi Mensah,Security Awareness,2024-08-11
Bernard Lacroix,Security Awareness,2026-03-02
Bernard Lacroix,Security Awareness,2025-04-18
Bernard Lacroix,Data Protection Basics,2024-11-10
Dorota Malec,Security Awareness,2025-07-18
Dorota Malec,Data Protection Basics,2025-12-11
Dorota Malec,Phishing Drill,2026-04-15
Marek Zieliński,Incident Response Workshop,2025-01-14
Katarzyna Wrona,Incident Response Workshop,2025-10-08
Wei Zhang,Secure Coding Course,2025-09-10
Olga Petrenko,Secure Coding Course,2025-09-10
Agnieszka Nowicka,Auditor Course,2024-11-20
Ursula Brandt,Auditor Course,2024-11-20
Jorge Esteves,Fire Warden Course,2025-03-12
Stanisław Duda,Fire Warden Course,2023-03-15
Nuno Barbosa,Firewall Academy,2025-01-17
Victor Almeida,Management Induction,2016-05-02
Lídia Rocha,First Aid Course,2025-02-20

"""##)
}
