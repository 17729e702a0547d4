// SPDX-License-Identifier: Apache-2.0

import Remit

/// What registers write for the values of the model, in their own words.
enum ValueWords {
  /// The value of a type that a text probably means.
  static func meaning(of text: String, in type: ValueType) -> String? {
    let values: [String]
    switch type {
    case .enumeration(let names), .levels(let names): values = names
    case .flag: values = ["yes", "no"]
    default: return nil
    }
    let folded = HeadingWords.folded(text)
    return words[folded]?.first(where: values.contains)
  }

  /// The values that each text may mean, best first.
  private static let words: [String: [String]] = {
    var words: [String: [String]] = [:]
    for (values, texts) in groups {
      for text in HeadingWords.texts(texts) { words[text, default: []] += values }
    }
    return words
  }()

  /// The values that texts mean, of which a type has one at most.
  private static let groups: [(values: [String], texts: String)] = [
    (
      ["critical", "severe", "vital"],
      """
      critical, very high, severe, extreme, critique, tres eleve, tres elevee, kritisch, \
      sehr hoch, critico, critica, muy alto, muy alta, molto alto, molto alta, muito alto, \
      muito alta, kritiek, zeer hoog, krytyczny, krytyczna, bardzo wysoki, bardzo wysokie
      """
    ),
    (
      ["high", "major", "vital"],
      """
      high, h, major, eleve, elevee, haut, haute, fort, forte, majeur, majeure, hoch, alto, alta, \
      hoog, wysoki, wysoka, wysokie
      """
    ),
    (
      ["medium", "moderate", "important"],
      """
      medium, m, med, moderate, normal, average, moyen, moyenne, modere, moderee, mittel, medio, \
      media, moderado, moderada, gemiddeld, middel, sredni, srednia, srednie
      """
    ),
    (
      ["low", "minor", "ordinary"],
      """
      low, l, minor, faible, bas, basse, mineur, mineure, niedrig, gering, bajo, baja, basso, bassa, \
      baixo, baixa, laag, niski, niska, niskie
      """
    ),
    (
      ["software"],
      """
      application, app, program, logiciel, programme, anwendung, software, aplicacion, programa, \
      applicazione, aplicacao, applicatie, oprogramowanie, aplikacja
      """
    ),
    (
      ["hardware"],
      """
      server, device, equipment, laptop, network device, materiel, equipement, serveur, gerat, \
      hardware, equipo, apparato, apparecchiatura, equipamento, apparatuur, sprzet
      """
    ),
    (
      ["information"],
      """
      data, database, data set, donnees, information, daten, informationen, datos, informacion, \
      dati, informazioni, dados, informacao, gegevens, informatie, dane, informacje
      """
    ),
    (
      ["service"],
      """
      cloud, saas, cloud service, prestation, dienst, dienstleistung, servicio, servizio, servico, \
      usluga
      """
    ),
    (
      ["facility"],
      "building, room, local, locaux, batiment, gebaude, raum, edificio, gebouw, budynek, site"
    ),
    (
      ["public"],
      "publique, offentlich, publico, pubblico, openbaar, publiczny, publiczne"
    ),
    (
      ["internal"],
      "internal use, internal only, interne, intern, interno, interna, wewnetrzny, wewnetrzne"
    ),
    (
      ["confidential"],
      """
      restricted, sensitive, confidentiel, confidentielle, vertraulich, confidencial, riservato, \
      confidenziale, vertrouwelijk, poufny, poufne
      """
    ),
    (
      ["secret"],
      """
      strictly confidential, highly confidential, top secret, secrete, geheim, streng vertraulich, \
      secreto, segreto, tajny, tajne, scisle tajne
      """
    ),
    (
      ["permanent"],
      """
      employee, full time, part time, fte, cdi, titulaire, unbefristet, festangestellt, indefinido, \
      fijo, indeterminato, tempo indeterminato, efetivo, vast, vaste dienst, stala, umowa o prace
      """
    ),
    (
      ["temporary"],
      """
      fixed term, intern, trainee, apprentice, cdd, apprenti, stagiaire, interim, befristet, \
      temporal, determinato, tempo determinato, temporario, tijdelijk, czas okreslony
      """
    ),
    (
      ["external"],
      """
      contractor, consultant, freelance, freelancer, agency, externe, prestataire, extern, externo, \
      externa, esterno, esterna, zewnetrzny, b2b
      """
    ),
    (
      ["modified"],
      """
      reduce, reduced, mitigate, mitigated, treat, reduire, reduction, mindern, verringern, \
      reduzieren, reducir, mitigar, ridurre, mitigare, reduzir, verminderen, ograniczyc, redukcja
      """
    ),
    (
      ["retained"],
      """
      accept, accepted, tolerate, accepter, acceptation, akzeptieren, tragen, aceptar, accettare, \
      aceitar, accepteren, akceptowac, akceptacja
      """
    ),
    (["avoided"], "avoid, eviter, vermeiden, evitar, evitare, vermijden, unikac"),
    (
      ["shared"],
      """
      transfer, transferred, insure, insured, transferer, partager, ubertragen, transferir, \
      trasferire, overdragen, przeniesc, przeniesienie
      """
    ),
    (
      ["in place", "in force", "in use", "closed"],
      """
      implemented, done, complete, completed, active, en place, realise, realisee, umgesetzt, \
      implementado, implementada, implementato, geimplementeerd, wdrozony, wdrozone
      """
    ),
    (
      ["planned", "open", "draft"],
      """
      to do, todo, in progress, partially implemented, not implemented, pending, en cours, planifie, \
      planifiee, a faire, geplant, in arbeit, offen, planificado, en curso, pianificato, in corso, \
      planejado, em andamento, gepland, planowany, planowane, w toku
      """
    ),
    (
      ["in force"],
      """
      approved, valid, published, en vigueur, approuve, approuvee, valide, gultig, freigegeben, \
      vigente, in vigore, em vigor, van kracht, goedgekeurd, obowiazujacy, obowiazujaca
      """
    ),
    (["draft"], "brouillon, projet, entwurf, borrador, bozza, rascunho, concept, projekt, szkic"),
    (
      ["withdrawn", "retired", "disposed"],
      """
      obsolete, archived, superseded, retire, archive, zuruckgezogen, veraltet, obsoleto, ritirato, \
      ingetrokken, wycofany
      """
    ),
    (
      ["open"],
      "ouvert, ouverte, abierto, abierta, aperto, aperta, aberto, aberta, otwarty, otwarte"
    ),
    (
      ["closed"],
      """
      clos, close, cloture, ferme, geschlossen, erledigt, cerrado, cerrada, chiuso, chiusa, fechado, \
      fechada, gesloten, zamkniety, zamkniete
      """
    ),
    (["yes"], "oui, o, ja, j, si, s, sim, tak, x, applicable, applicabile, aplicable, anwendbar"),
    (["no"], "non, nein, nao, nee, nie, not applicable, n a, non applicable, nicht anwendbar"),
    (["topic policy"], "topic specific policy"),
    (["policy"], "politique, richtlinie, politica, beleid, polityka, standard"),
    (
      ["procedure"], "prozedur, verfahren, procedimiento, procedura, procedimento, work instruction"
    ),
    (["vendor"], "supplier, fournisseur, lieferant, proveedor, fornitore, fornecedor, dostawca"),
  ]
}
