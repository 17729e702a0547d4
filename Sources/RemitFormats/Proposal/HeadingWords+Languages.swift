// SPDX-License-Identifier: Apache-2.0

/// What headings of registers are called in French, German, Spanish, Italian,
/// Portuguese, Dutch and Polish, in small letters without accents.
extension HeadingWords {
  static let foreignMeanings: [(word: String, headings: String)] = [
    (
      "name",
      """
      nom complet, nom et prenom, prenom nom, nom prenom, nom, name vorname, vollstandiger name, \
      mitarbeiter, mitarbeiterin, mitarbeitende, bezeichnung, benennung, nombre y apellidos, \
      nombre completo, nombre, nome e cognome, nome completo, nome, nominativo, denominazione, \
      naam, volledige naam, medewerker, imie i nazwisko, nazwisko i imie, nazwa, pracownik, \
      actif, asset, systeme, application, logiciel, system, anwendung, activo, sistema, \
      aplicacion, bene, applicazione, ativo, aplicacao, systeem, applicatie, aktywo, zasob, \
      risque, risiko, riesgo, rischio, risco, ryzyko, scenario, designation, libelle, intitule, \
      fournisseur, prestataire, lieferant, dienstleister, proveedor, fornitore, fornecedor, \
      leverancier, dostawca, equipe, team, equipo, squadra, zespol, role, rolle, rol, ruolo, \
      papel, funcao, rola, formation, schulung, formacion, formazione, formacao, opleiding, \
      szkolenie, competence, kompetenz, competencia, competenza, competentie, kompetencja, \
      beschreibung, descripcion, descrizione, descricao, omschrijving, opis
      """
    ),
    (
      "title",
      """
      titre, titel, titulo, titolo, tytul, intitule, libelle, bezeichnung, document, dokument, \
      documento, politique, richtlinie, politica, procedura, beleid, polityka, mesure, massnahme, \
      medida, misura, maatregel, zabezpieczenie, controle, exigence, anforderung, constat, \
      feststellung, hallazgo, rilievo, constatacao, bevinding
      """
    ),
    (
      "ref",
      """
      n, no, num, numero, reference, ref, identifiant, id, code, nr, nummer, lfd nr, kennung, \
      kurzel, codigo, referencia, riferimento, codice, kenmerk, numer, sygnatura, inventarnummer, \
      inventarnr, asset nr, risiko nr
      """
    ),
    (
      "email",
      """
      courriel, mel, adresse mail, adresse e mail, adresse electronique, e mail adresse, \
      mailadresse, correo, correo electronico, email aziendale, posta elettronica, \
      indirizzo email, correio eletronico, e mailadres, adres e mail, adres email
      """
    ),
    (
      "staff number",
      """
      matricule, personalnummer, personalnr, pers nr, mitarbeiternummer, numero de empleado, \
      legajo, matricola, numero de funcionario, matricula, personeelsnummer, numer pracownika, \
      numer ewidencyjny
      """
    ),
    (
      "job title",
      """
      fonction, poste, intitule du poste, emploi, stelle, position, funktion, tatigkeit, \
      berufsbezeichnung, puesto, cargo, funcion, mansione, qualifica, incarico, funzione, funcao, \
      functie, functietitel, stanowisko
      """
    ),
    (
      "department",
      """
      service, departement, direction, unite, abteilung, bereich, referat, departamento, area, \
      seccion, reparto, ufficio, dipartimento, unita, setor, afdeling, dzial, komorka, wydzial
      """
    ),
    (
      "start date",
      """
      date d entree, date entree, entree, date d embauche, embauche, arrivee, date d arrivee, \
      eintritt, eintrittsdatum, einstellungsdatum, beginn, fecha de alta, alta, \
      fecha de ingreso, fecha de incorporacion, data di assunzione, assunzione, data assunzione, \
      inizio, data de admissao, admissao, data de entrada, datum in dienst, in dienst, \
      indiensttreding, data zatrudnienia, zatrudniony od
      """
    ),
    (
      "end date",
      """
      date de sortie, sortie, date de depart, depart, fin de contrat, austritt, austrittsdatum, \
      ende, vertragsende, fecha de baja, baja, fin de contrato, data di cessazione, cessazione, \
      fine contratto, fine, data de saida, saida, datum uit dienst, uit dienst, einddatum, \
      data zwolnienia, zatrudniony do, data odejscia
      """
    ),
    (
      "employment",
      """
      contrat, type de contrat, statut, vertrag, vertragsart, beschaftigungsart, contrato, \
      tipo de contrato, contratto, tipo contratto, tipo di contratto, vinculo, dienstverband, \
      contracttype, umowa, rodzaj umowy, forma zatrudnienia
      """
    ),
    (
      "type",
      """
      type, categorie, nature, typ, art, kategorie, tipo, categoria, clase, soort, rodzaj, \
      kategoria
      """
    ),
    (
      "classification",
      """
      classification, confidentialite, sensibilite, klassifizierung, vertraulichkeit, schutzklasse, \
      clasificacion, confidencialidad, classificazione, riservatezza, classificacao, \
      confidencialidade, classificatie, vertrouwelijkheid, klasyfikacja, poufnosc
      """
    ),
    (
      "criticality",
      """
      criticite, importance, kritikalitat, kritisch, schutzbedarf, wichtigkeit, criticidad, \
      importancia, criticita, importanza, criticidade, kriticiteit, belang, krytycznosc, waznosc
      """
    ),
    (
      "status",
      """
      statut, etat, avancement, zustand, umsetzung, umsetzungsstand, estado, situacion, stato, \
      situacao, staat, stan
      """
    ),
    (
      "applicable",
      "applicabilite, anwendbar, aplicable, aplica, applicabile, aplicavel, van toepassing, dotyczy"
    ),
    (
      "justification",
      """
      justification, motif, begrundung, justificacion, motivo, giustificazione, motivazione, \
      justificativa, onderbouwing, motivering, uzasadnienie
      """
    ),
    (
      "review date",
      """
      derniere revue, date de revue, revue le, revu le, letzte prufung, gepruft am, \
      letzte uberprufung, prufdatum, ultima revision, fecha de revision, ultima revisione, \
      data revisione, ultima revisao, data de revisao, laatste beoordeling, laatst beoordeeld, \
      ostatni przeglad, data przegladu
      """
    ),
    (
      "due date",
      """
      echeance, date limite, delai, frist, termin, fallig, fallig am, falligkeit, bis wann, plazo, \
      fecha limite, vencimiento, scadenza, termine, prazo, deadline, streefdatum, vervaldatum
      """
    ),
    (
      "effective date",
      """
      date d effet, en vigueur depuis, gultig ab, inkraftsetzung, fecha de vigor, vigente desde, \
      data di entrata in vigore, in vigore dal, em vigor desde, ingangsdatum, obowiazuje od
      """
    ),
    (
      "inherent level",
      """
      gravite, niveau, niveau de risque, risque brut, risikostufe, bruttorisiko, risikoniveau, \
      nivel, nivel de riesgo, riesgo inherente, livello, livello di rischio, rischio inerente, \
      nivel de risco, risco inerente, risiconiveau, bruto risico, poziom, poziom ryzyka
      """
    ),
    (
      "residual level",
      """
      risque residuel, risque net, niveau residuel, restrisiko, nettorisiko, riesgo residual, \
      rischio residuo, risco residual, restrisico, ryzyko szczatkowe, ryzyko rezydualne
      """
    ),
    (
      "response",
      """
      traitement, option, behandlung, strategie, risikobehandlung, tratamiento, trattamento, \
      tratamento, behandeling, postepowanie, reakcja
      """
    ),
    (
      "owner",
      """
      proprietaire, proprietaire du risque, proprietaire de l actif, responsable, pilote, porteur, \
      eigentumer, eigner, verantwortlich, verantwortliche, verantwortlicher, risikoeigner, \
      risikoeigentumer, zustandig, propietario, dueno, proprietario, titolare, dono, eigenaar, \
      verantwoordelijke, risico eigenaar, wlasciciel, wlasciciel ryzyka, odpowiedzialny
      """
    ),
    (
      "manager",
      """
      responsable, manager, superieur, responsable hierarchique, n 1, vorgesetzter, vorgesetzte, \
      fuhrungskraft, leitung, superior, jefe, jefe directo, responsabile, superiore, chefe, \
      supervisor, gestor, leidinggevende, przelozony, kierownik
      """
    ),
    (
      "location",
      """
      site, lieu, localisation, emplacement, standort, ort, gebaude, sede, ubicacion, lugar, luogo, \
      ubicazione, local, localizacao, locatie, vestiging, lokalizacja, miejsce
      """
    ),
    (
      "person",
      """
      personne, collaborateur, salarie, employe, titulaire, nom, nom complet, participant, person, \
      mitarbeiter, mitarbeiterin, teilnehmer, inhaber, rolleninhaber, persona, empleado, titular, \
      participante, nombre, dipendente, titolare, partecipante, nominativo, nome, pessoa, \
      funcionario, medewerker, deelnemer, houder, naam, osoba, pracownik, uczestnik, courriel
      """
    ),
    (
      "competence",
      """
      formation, competence, certification, certificat, diplome, schulung, kompetenz, zertifikat, \
      qualifikation, kurs, formacion, competencia, certificado, curso, formazione, competenza, \
      certificazione, corso, formacao, certificacao, opleiding, competentie, certificaat, cursus, \
      szkolenie, kompetencja, certyfikat, kurs szkoleniowy
      """
    ),
    (
      "role",
      "role, fonction, rolle, funktion, rol, funcion, ruolo, funzione, papel, funcao, functie, rola"
    ),
    (
      "holder",
      """
      titulaire, occupant, inhaber, inhaberin, rolleninhaber, besetzt mit, titular, titolare, \
      ocupante, houder, rolhouder, osoba pelniaca
      """
    ),
    (
      "deputy",
      """
      suppleant, suppleante, adjoint, backup, stellvertreter, stellvertretung, vertretung, suplente, \
      sustituto, sostituto, vice, substituto, plaatsvervanger, vervanger, zastepca, deputy
      """
    ),
    ("team", "equipe, team, gruppe, equipo, grupo, squadra, gruppo, groep, zespol, grupa"),
    ("level", "niveau, stufe, nivel, livello, poziom"),
    (
      "since",
      """
      depuis, date, du, date d obtention, obtenu le, date de formation, seit, ab, datum, von, \
      erworben am, desde, fecha, obtenido el, dal, data, conseguito il, data de obtencao, sinds, \
      vanaf, behaald op, od, data uzyskania
      """
    ),
    (
      "until",
      """
      jusqu au, au, valable jusqu au, expire le, expiration, date d expiration, fin de validite, \
      bis, gultig bis, ablauf, ablaufdatum, hasta, valido hasta, caduca, caducidad, al, fino al, \
      valido fino al, ate, valido ate, validade, tot, geldig tot, do, wazny do, wazne do
      """
    ),
    (
      "dependency",
      "depend de, abhangig von, depende de, dipende da, afhankelijk van, zalezy od, zaleznosci"
    ),
    (
      "threatens",
      """
      actif concerne, actifs concernes, actif, betroffenes asset, betroffene assets, \
      activo afectado, activo, bene interessato, ativo afetado, ativo, getroffen asset, \
      zagrozone aktywo
      """
    ),
    (
      "supplies",
      """
      service, prestation, produit, leistung, dienst, dienstleistung, produkt, servicio, producto, \
      servizio, prodotto, servico, produto, usluga
      """
    ),
    ("author", "auteur, redacteur, verfasser, autor, autore, redattore, opsteller"),
    (
      "approver",
      """
      approbateur, approuve par, valide par, freigegeben von, genehmigt von, aprobado por, \
      approvato da, aprovado por, goedgekeurd door, zatwierdzil
      """
    ),
  ]

  /// The given name and the family name, where a register has them apart.
  static let givenNames: Set<String> = [
    "first name", "firstname", "given name", "forename", "prenom", "vorname", "nombre", "nome",
    "voornaam", "imie",
  ]
  static let familyNames: Set<String> = [
    "last name", "lastname", "surname", "family name", "nom", "nom de famille", "name", "nachname",
    "familienname", "apellido", "apellidos", "cognome", "sobrenome", "apelido", "achternaam",
    "nazwisko",
  ]

  static let foreignKinds: [(kind: String, words: String)] = [
    (
      "person",
      """
      personnel, effectif, effectifs, salaries, collaborateurs, employes, rh, mitarbeiter, \
      mitarbeitende, mitarbeiterliste, personalliste, empleados, plantilla, personale, \
      dipendenti, organico, funcionarios, colaboradores, medewerkers, personeel, pracownicy, kadry
      """
    ),
    (
      "asset",
      """
      actifs, inventaire, parc, materiel, werte, inventar, inventarliste, assetliste, activos, \
      inventario, beni, ativos, inventaris, bedrijfsmiddelen, aktywa, zasoby
      """
    ),
    ("risk", "risque, risques, risiko, risiken, riesgo, riesgos, rischi, riscos, risicos, ryzyka"),
    (
      "control",
      """
      mesures, dda, applicabilite, massnahmen, anwendbarkeit, controles, medidas, \
      aplicabilidad, controlli, misure, applicabilita, aplicabilidade, maatregelen, zabezpieczenia
      """
    ),
    (
      "organisation",
      """
      fournisseurs, prestataires, tiers, lieferanten, dienstleister, proveedores, fornitori, \
      fornecedores, leveranciers, dostawcy
      """
    ),
    ("role", "roles, rollen, rollenliste, ruoli, papeis, funcoes, role, funkcje"),
    (
      "document",
      """
      documents, politiques, procedures, dokumente, richtlinien, documentos, politicas, documenti, \
      politiche, documenten, beleid, dokumenty, polityki
      """
    ),
    ("team", "equipes, teams, equipos, squadre, zespoly"),
    ("location", "sites, standorte, sedes, sedi, locais, locaties, lokalizacje"),
    ("action", "actions, massnahmenplan, acciones, azioni, acoes, acties, dzialania"),
    ("incident", "incidents, vorfalle, incidentes, incidenti, incidenten, incydenty"),
  ]

  static let foreignRelations: [(verb: String, words: String)] = [
    (
      "holds",
      """
      formations, competences, certifications, habilitations, roles, schulungen, \
      schulungsnachweise, kompetenzen, zertifikate, rollen, formaciones, formacion, competencias, \
      certificados, formazione, formazioni, competenze, certificazioni, ruoli, formacao, \
      formacoes, opleidingen, competenties, certificaten, szkolenia, kompetencje, certyfikaty
      """
    ),
    ("belongs to", "membres, mitglieder, miembros, membri, membros, leden, czlonkowie"),
    ("deputises for", "suppleants, vertretungen, suplentes, sostituti, plaatsvervangers, zastepcy"),
  ]

  /// Words of headings that have the last day of something.
  static let lastDays = """
    jusqu, sortie, depart, fin, expire, bis, ende, austritt, hasta, baja, caduca, fino, fine, \
    cessazione, ate, saida, validade, tot, einddatum, wazny, wazne, do
    """

  /// The words of the model that each heading means, best first.
  static let foreignWords: [String: [String]] = {
    var words: [String: [String]] = [:]
    for (word, headings) in foreignMeanings {
      for heading in texts(headings) { words[heading, default: []].append(word) }
    }
    return words
  }()

  /// The texts of a list that are parted by commas.
  static func texts(_ list: String) -> [String] {
    list.split(separator: ",").map { String($0.drop { $0 == " " || $0 == "\n" }) }
  }

  /// Whether a text stands in a list of texts parted by commas.
  static func has(_ list: String, _ text: String) -> Bool {
    texts(list).contains(text)
  }
}
