import { list, type TactWords } from './tact-words.ts'

const bones = [
  'arm',
  'bein',
  'fuss',
  'hand',
  'finger',
  'zeh',
  'knöchel',
  'rippe',
  'hüfte',
  'nase',
  'schulter',
  'handgelenk',
  'schlüsselbein',
  'ellbogen',
]
const broken = bones.map((bone) => `${bone} gebrochen`)
const joints = ['knie', 'hüft', 'herz', 'augen', 'rücken', 'schulter', 'bandscheiben', 'magen', 'hirn', 'fuß', 'hand']
const operations = ['notoperation*', ...joints.flatMap((where) => [`${where}operation*`, `${where} op`])]
const voting = ['grün', 'die grünen', 'links', 'rechts', 'die linke', 'konservativ', 'liberal', 'schwarz', 'rot'].flatMap((side) => [
  `wählt ${side}`,
  `wählte ${side}`,
  `hat ${side} gewählt`,
])

/** The German words; compounds are met by their parts. */
export const tactGerman: TactWords = {
  kinds: {
    health: [
      ...list(`krank, kranke, kranker, kranken, krankes, krankem, krankheit*, kränkel*, erkrank*, *krankheit, *krankheiten, schwerkrank*, *kranke, suchtkrank*, krebskrank*, alkoholkrank*, herzkrank*,
        krankschreib*, krankgeschrieb*, krankmeld*, krankgemeldet, krankenhaus*, krankenhäuser, krankenstand, krankenlager, krankentag*, krankentransport,
        spital, klinik, klinikum, rehaklinik, reha, rehabilitation, kuraufenthalt, auf kur, in kur, zur kur, mutter kind kur, notaufnahme, intensivstation, rettungswagen,
        operiert, wird operiert, ihre operation, seine operation, nach der operation, vor der operation, muss unters messer,
        krebs, *krebs, krebsdiagnos*, krebsverdacht, krebstherap*, *tumor*, *metastas*, leukämie, chemo, *chemotherap*, bestrahlung, biopsie,
        diagnose, diagnostiziert, *depress*, burnout, burn out, ausgebrannt, nervenzusammenbruch, erschöpfungszustand*, angststörung*, panikattacke*, panikstörung*, essstörung*, schlafstörung*,
        magersucht, magersüchtig*, bulimi*, bipolar*, schizophren*, autis*, asperger, legasthen*, *psychiat*, psychisch*, *psychotherap*, beim psychologen, bei der psychologin, zum psychologen, zur psychologin,
        therapie, *therapie, therapeut*, physiotherap*, ergotherap*, antidepressiv*, trauma, traumatisiert, suizid*, selbstmord*, selbstverletz*,
        *schwanger*, fehlgeburt*, totgeburt*, frühgeburt*, kaiserschnitt, abtreibung*, kinderwunsch*, künstliche befruchtung, unfruchtbar*, wechseljahr*, mutterschutz,
        behinderung, schwerbehinder*, gehbehinder*, sehbehinder*, hörbehinder*, rollstuhl*, krücken, gehhilfe, hörgerät*, schwerhörig*, gehörlos*, pflegefall, pflegebedürft*, pflegegrad*, pflegestufe*, pflegeheim, hospiz,
        süchtig*, alkoholsucht, drogensucht, spielsucht, tablettensucht, suchtberatung, suchtklinik, suchtproblem*, entzug, entziehungskur, alkoholiker*, alkoholproblem*, trinkt zu viel, drogen, drogenproblem*, trocken seit,
        fieber, grippe, corona, covid, lungenentzünd*, *entzündung*, migräne*, epilep*, diabet*, asthma*, rheuma*, arthrose, arthritis, parkinson*, alzheimer*, demenz*, dement, demente,
        schlaganfall*, herzinfarkt*, infarkt, herzfehler, herzproblem*, herzschrittmacher, bluthochdruck, blutdruck, organspende*, transplantation*, dialyse,
        bandscheibe*, bandscheibenvorfall*, kreuzband*, meniskus*, hexenschuss, rückenleiden, rückenprobleme, rückenschmerz*, gehirnerschütterung, armbruch, beinbruch, knochenbruch*, gipsbein, gipsarm, im gips,
        sich verletzt, schwer verletzt, knieverletz*, sportverletz*, autounfall, hatte einen unfall, unfall gehabt, schlafloser, schlaflosigkeit,
        medikament*, schmerzmittel, tabletten gegen, ein attest, attest vom, arzttermin*, facharzt*, beim arzt, zum arzt, bei der ärztin, zur ärztin, gesundheitlich*, gesundheitsproblem*, gesundheitszustand,
        chronisch krank, chronische schmerzen, nicht gesund, arbeitsunfähig*, wiedereingliederung, übergewicht*, fettleibig*, seelische gesundheit, psychische gesundheit`),
      ...broken,
      ...operations,
    ],
    belief:
      list(`kirche, kirchengemeinde, kirchenaustritt, kirchenchor, kirchgang, kirchlich*, freikirch*, aus der kirche, moschee*, synagoge*, tempel,
      islam*, muslim*, moslem*, jüdisch*, jüdin, ist jude, judentum, katholi*, evangelisch*, protestant*, christlich*, ist christ, ist christin, überzeugter christ, überzeugte christin, buddhis*, hindu*, sikh*, mormon*, zeugen jehovas, zeuge jehovas,
      atheis*, agnosti*, konfession*, konfessionslos, religi*, gläubig, sehr gläubig, strenggläubig*, tiefgläubig*, ihr glaube, sein glaube, ihren glauben, seinen glauben, ihrem glauben, seinem glauben, glaubensgemeinschaft*, glaubt an gott, gottesdienst*,
      ramadan, fastenmonat, zuckerfest, opferfest, schabbat, sabbat, koscher*, halal, kopftuch*, kippa, betet, beten, gebet, gebete, getauft, taufe, kommunion, konfirmation, firmung, bar mizwa,
      pilger*, pilgert, wallfahrt*, imam, rabbi, rabbiner*, pfarrer*, pfarrgemeinde, priester*, diakon*, sekte, bibelkreis, bibelstunde`),
    union:
      list(`*gewerkschaft*, gewerkschafter*, *betriebsrat*, *betriebsrät*, *personalrat*, *personalrät*, streik, streiks, streikt, streiken, gestreikt, warnstreik*, generalstreik, streikkasse, tarifverhandlung*, tarifstreit, arbeitskampf*,
      vertrauensleute, vertrauensfrau, vertrauensmann, schwerbehindertenvertretung, ig metall, ig bce, ig bau, ver.di`),
    politics: [
      ...list(`partei, parteimitglied*, parteitag*, parteibuch, parteifreund*, parteipolit*, parteivorsitz*, parteiaustritt*, parteieintritt*, in der partei, aus der partei,
        politisch*, politiker*, kommunalpolit*, geht in die politik, in die politik, macht politik, politische ansicht*, wahlkampf*, stadtrat*, stadträtin, gemeinderat*, gemeinderätin, bundestagsabgeord*, landtagsabgeord*, kandidiert für den,
        linksextrem*, rechtsextrem*, rechtsradikal*, linksradikal*, neonazi*, nazi, nazis, reichsbürger*, querdenker*, sozialist*, sozialismus, kommunis*, faschis*, anarchis*, marxis*, nationalist*, kundgebung*, aktivist*, bei den grünen, bei der linken, linke partei`),
      ...voting,
    ],
    love: list(`scheidung*, geschieden, geschiedene*, lässt sich scheiden, lassen sich scheiden, schwul*, lesbisch*, lesbe, bisexuell*, homosexuell*, transgender, transfrau, transmann, nichtbinär*, queer, geoutet, sexuelle orientierung,
      affäre mit, hat eine affäre, hatte eine affäre, fremdgeh*, fremdgegangen, geht fremd, ehekrise*, eheproblem*, eheberatung, paartherap*, lebt getrennt, getrennt von seiner, getrennt von ihrem, getrennt lebend*, trennung von seiner, trennung von ihrem, sorgerecht*`),
    trouble:
      list(`gefängnis*, in haft, untersuchungshaft, vorbestraft*, verurteilt, verhaftet, haftstrafe*, strafverfahren, schulden, verschuldet, überschuldet*, privatinsolvenz, spielschulden, lohnpfändung, gepfändet,
      asyl*, flüchtling*, abschiebung, abgeschoben, aufenthaltstitel, aufenthaltsgenehmigung, duldung`),
  },
  signs: {
    health: ['OP', 'ADHS'],
    union: ['DGB', 'GEW', 'NGG', 'EVG'],
    politics: ['SPD', 'CDU', 'CSU', 'AfD', 'AFD', 'FDP', 'BSW', 'ÖVP', 'FPÖ', 'SPÖ', 'SVP'],
  },
  harmless:
    list(`krankenkass*, krankenversicher*, krankenschwester*, krankenpfleg*, krankenhausprojekt*, krankenhauskund*, krankenhaussoftware, kränkung*, kränkt, gekränkt, vorkrankt,
    flusskrebs*, krebse, krebssuppe, reisefieber, lampenfieber, jagdfieber, fehlerdiagnose*, diagnose des, diagnose der, diagnosetool*, diagnosewerkzeug*, aromatherap*,
    gläubiger*, religiös genau, mietpartei*, vertragspartei*, gegenpartei*, drittpartei*, partei ergreif*, partei ergriffen, ergreift partei, ergriff partei, partei für,
    drucker streikt, rechner streikt, computer streikt, technik streikt, server streikt, auto streikt, kaffeemaschine streikt, drucker gestreikt, drucker streiken, politisch korrekt, politisches gespür, büropolitik,
    technische schulden, technischen schulden, technischer schulden, asylum, süchtig nach, schokolade süchtig, kirchenfenster, entzündet sich, schwarz auf, rot auf,
    in der klinik als, klinik kund*, klinikprojekt*, duldung des, traumatische`),
  child:
    list(`tochter, töchter, töchtern, töchterchen, sohn, sohnes, söhne, söhnen, söhnchen, kindes, kindern, baby, babys, zwilling, zwillinge*, enkel, enkelin*, enkelkind*, stiefsohn*, stieftochter, stieftöchter, säugling*, kleinkind*, schulkind*, neugeboren*,
    das kind, ein kind, ihr kind, sein kind, erstes kind, zweites kind, drittes kind, die kinder, ihre kinder, seine kinder, zwei kinder, drei kinder, vier kinder, kind ist, kinder sind,
    kita, kindergarten, kindergärten, einschulung, eingeschult, schulanfänger*`),
  childSigns: ['Kind', 'Kinder', 'Junge', 'Mädchen'],
  capitalsAreNames: false,
}
