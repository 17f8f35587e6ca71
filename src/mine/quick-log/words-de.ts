import type { Words } from './words.ts'

const list = (text: string): readonly string[] => text.split(',').map((word) => word.trim())

/** The German words of quick log. Nouns carry capitals here, so the list of those that are nobody is long. */
export const german: Words = {
  // "Anas Tochter" and "Andreas Tochter" look alike, so a name owns something only where it says so: "Ana's", "Jonas'".
  possessive: /['’]s$|(?<=s)['’]$/iu,
  media: [
    {
      says: list(
        'mittagessen, mittag gegessen, zu mittag, mittag, mittags, lunch, kantine, mensa, mittagspause, zum mittagessen, in der kantine',
      ),
      medium: 'meal',
      shape: 'lunch',
      rank: 6,
      by: 'both',
    },
    {
      says: list(
        'abendessen, abend gegessen, zu abend, frühstück, frühstücken, gefrühstückt, brunch, pizza, eis, gegessen, essen, essen gegangen, picknick, grillen, gegrillt, dinner',
      ),
      medium: 'meal',
      shape: 'other',
      rank: 6,
      by: 'both',
    },
    {
      says: list('kaffee, kaffeepause, espresso, cappuccino, tee, kakao, matcha, kaffee trinken, kaffee getrunken, tee getrunken'),
      medium: 'face',
      shape: 'coffee',
      rank: 5,
      by: 'both',
    },
    {
      says: list(
        'feier, party, fest, bier, feierabendbier, kneipe, sommerfest, weihnachtsfeier, ausstand, einstand, gefeiert, karaoke, umtrunk',
      ),
      medium: 'face',
      shape: 'party',
      rank: 5,
      by: 'both',
    },
    {
      says: list('spaziergang, spazieren, spaziert, spazieren gegangen, gewandert, wanderung, radtour, um den block, eine runde gegangen'),
      medium: 'face',
      shape: 'walk',
      rank: 5,
      by: 'both',
    },
    {
      says: list(
        'vorbeigegangen, vorbeigeschaut, rübergegangen, hingegangen, angeklopft, reingeschaut, ging zu, ging rüber zu, schaute bei',
      ),
      medium: 'face',
      shape: 'talk',
      rank: 5,
      by: 'me',
      act: true,
    },
    {
      says: list('vorbeigekommen, kam vorbei, kam rüber, kam zu mir, an meinen tisch gekommen'),
      medium: 'face',
      shape: 'talk',
      rank: 5,
      by: 'they',
      act: true,
    },
    {
      says: list('video, videoanruf, videocall, video call, videokonferenz, facetime, gezoomt, per video, teams call, zoom call'),
      medium: 'video',
      shape: 'call',
      rank: 4,
      by: 'both',
    },
    { says: list('Teams, Zoom, Webex, Skype, Google Meet'), medium: 'video', shape: 'call', rank: 4, by: 'both', proper: true },
    {
      says: list('telefonat, telefon, am telefon, telefoniert, gesprochen am telefon, call, telefonieren'),
      medium: 'call',
      shape: 'call',
      rank: 4,
      by: 'both',
    },
    { says: list('anruf, anruf von'), medium: 'call', shape: 'call', rank: 4, by: 'both' },
    {
      says: list('angerufen, rief an, rief, zurückgerufen, durchgeklingelt, angeklingelt'),
      medium: 'call',
      shape: 'call',
      rank: 4,
      by: 'me',
      act: true,
    },
    { says: list('sprachnachricht, mailbox, auf die mailbox gesprochen'), medium: 'one-way', shape: 'message', rank: 5, by: 'me' },
    {
      says: list('geschrieben, schrieb, gemailt, gesimst, angeschrieben, getextet, angepingt, geschickt'),
      medium: 'message',
      shape: 'message',
      rank: 4,
      by: 'me',
      act: true,
      writing: true,
    },
    {
      says: list('nachricht, nachrichten, mail, mails, e-mail, e-mails, email, brief, postkarte, karte, sms, whatsapp, zettel, chat'),
      medium: 'message',
      shape: 'message',
      rank: 3,
      by: 'both',
      writing: true,
    },
    {
      says: list('geantwortet, antwortete, zurückgeschrieben, zugesagt per mail, abgesagt'),
      medium: 'message',
      shape: 'message',
      rank: 5,
      by: 'they',
      act: true,
      answer: true,
    },
    {
      says: list('hin und her geschrieben, gechattet, im chat, über teams geschrieben'),
      medium: 'message',
      shape: 'message',
      rank: 5,
      by: 'both',
    },
    {
      says: list('geliked, gelikt, geliket, reagiert, daumen hoch'),
      medium: 'reaction',
      shape: 'message',
      rank: 4,
      by: 'me',
      act: true,
      beside: list('post, beitrag, foto, fotos, bild, bilder, nachricht, kommentar, artikel, video, linkedin'),
    },
    {
      says: list(
        'meeting, besprechung, termin, sitzung, standup, stand-up, 1 1, vier augen, unter vier augen, workshop, retro, retrospektive, interview, schulung, klausur, klausurtagung, konferenz, seminar, jour fixe, kick-off, kickoff, abstimmung, vorstellungsgespräch, mitarbeitergespräch',
      ),
      medium: 'face',
      shape: 'meeting',
      rank: 3,
      by: 'both',
    },
    {
      says: list(
        'getroffen, traf, begegnet, über den weg gelaufen, zusammengesessen, gesessen, nebeneinander gesessen, gesehen, wiedergesehen, sah',
      ),
      medium: 'face',
      shape: 'talk',
      rank: 3,
      by: 'both',
    },
    {
      says: list(
        'gesprochen, gespräch, geredet, geplaudert, plausch, unterhalten, geratscht, gequatscht, hallo gesagt, gegrüßt, gelacht, gescherzt, geflüstert, sprach, redete, besucht, ausgetauscht',
      ),
      medium: 'face',
      shape: 'talk',
      rank: 2,
      by: 'both',
    },
  ],
  unanswered: list(
    'keine antwort, ohne antwort, nicht geantwortet, antwortet nicht, noch nichts gehört, nichts zurück, keine reaktion, unbeantwortet, nicht erreicht',
  ),
  starts: list(
    'eingeladen, lud ein, gefragt, fragte, vorgeschlagen, gedankt, bedankt, gratuliert, begrüßt, vorgestellt, gezeigt, zeigte, erzählt, erzählte, gebracht, überrascht, erinnert, gewünscht, gebeten, organisiert, angeboten',
  ),
  did: list(
    'hatte, hatten, war, waren, ging, gingen, aß, aßen, trank, tranken, saß, saßen, machte, machten, besuchte, feierte, gab, bekam, besprochen, gemacht, gegangen',
  ),
  participle: /^(?:\p{L}*ge\p{L}+(?:t|en)|\p{L}+iert|(?:ver|be|er|ent|unter|über|wieder)\p{L}+(?:t|en))$/u,
  helping: { me: list('habe, hab, bin'), they: list('hat, wurde, ist'), we: list('haben, sind') },
  theyStarted: list(
    'hat mich eingeladen, hat mich gefragt, hat mich angerufen, hat mir geschrieben, hat mir gezeigt, hat mir erzählt, hat mir gedankt, rief mich an, schrieb mir, lud mich ein, fragte mich, dankte mir, zeigte mir, erzählte mir, bedankte sich',
  ),
  help: {
    given: list('geholfen bekommen von mir'),
    received: list(
      'dank, dank an, hilfe von, mir geholfen, uns geholfen, half mir, half uns, sprang für mich ein, mir den rücken gestärkt, für mich eingesprungen, mir beigebracht',
    ),
    verbs: list('geholfen, half, ausgeholfen, eingesprungen, vertreten, unterstützt, beigestanden, gerettet, abgenommen'),
  },
  depth: {
    passing: list(
      'kurz, kurzes, kurzer, im vorbeigehen, im aufzug, im fahrstuhl, im flur, auf dem flur, zwischen tür und angel, eine minute, zwei minuten',
    ),
    real: list(
      'richtig geredet, lange geredet, langes gespräch, gutes gespräch, tiefes gespräch, offenes gespräch, ehrliches gespräch, richtig gut geredet, stundenlang, ausführlich',
    ),
  },
  beforeName: list(
    'mit, bei, von, an, für, habe, hab, traf, sah, rief, zu, neben, gegenüber, besuchte, dank, dank an, nachricht von, mail von, e-mail von, anruf von, brief von, hilfe von, nachricht an, mail an, brief an, mittagessen mit, kaffee mit, fragte, frage, rufe, treffe, schreibe, schicke, gebe, zeige, bringe, leihe, danke, und auch mit',
  ),
  besideName: list(
    'meinem, meiner, mein, meine, unserem, unserer, neuen, neuer, alten, alter, kollegin, kollege, kollegen, chefin, chef, freundin, freund, nachbarin, nachbar, mentorin, mentor, frau, herrn, herr, der, dem, den',
  ),
  introducing: list('stelle, vorstellen, bekanntmachen'),
  towards: list('mit'),
  notThen: list('nach, vor'),
  particles: list('van, von, de, der, den, da, do, dos, del, della, di, la, le, bin, ibn, al, el, ter, ten, zu, of, y'),
  nobody: list(
    'ich, du, er, sie, es, wir, ihr, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag, januar, februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember, teams, zoom, slack, skype, webex, outlook, excel, powerpoint, jira, linkedin, whatsapp, signal, google, meet, weihnachten, ostern, silvester, englisch, deutsch, französisch, hr, it, ceo, cfo, cto, qa, pr, alle, alles, team, finanzen, recht, vertrieb, marketing, buchhaltung, support, produkt, entwicklung, design, forschung, betrieb, einkauf, leitung, vorstand, personal, empfang, logistik, sicherheit, qualität, kunde, kunden, kundin, kollegen, kolleginnen, kollege, kollegin, chef, chefin, freunde, freund, freundin, jemand, niemand, beide, mama, papa, mutter, vater, gott, internet, wlan, der, die, das, den, dem, des, ein, eine, einen, einem, einer, mein, meine, unser, unsere, sein, seine, ihre, ihren, tisch, büro, flur, küche, aufzug, fahrstuhl, treppe, parkplatz, bahnhof, zug, bahn, bus, auto, rad, garten, park, see, stadt, haus, hof, kantine, mensa, projekt, projekte, plan, pläne, folien, folie, präsentation, deck, bericht, entwurf, vertrag, rechnung, rechnungen, angebot, zahlen, budget, tabelle, liste, protokoll, dokument, unterlagen, akte, akten, antrag, formular, idee, ideen, frage, fragen, antwort, thema, themen, problem, lösung, hilfe, arbeit, aufgabe, woche, tag, tage, monat, jahr, stunde, minute, minuten, uhr, morgen, abend, nachmittag, vormittag, pause, urlaub, umzug, hochzeit, geburtstag, tochter, sohn, kind, kinder, baby, zwillinge, hund, katze, familie, mann, frau, eltern, bruder, schwester, spaß, freude, glück, pech, sorgen, stress, kuchen, brot, salat, suppe, wasser, wein, saft, milch, hafermilch, zucker, buch, bücher, film, musik, konzert, kino, theater, sport, fußball, tennis, yoga, marathon, reise, urlaubsfotos, foto, fotos, bild, bilder, drucker, rechner, laptop, handy, schlüssel, tür, fenster, licht, wetter, regen, sonne, schnee, anfang, ende, mal, mitte, leute, menschen, gäste, personen, anderen, andere, danke, grüße, gruß, hallo, tschüss, feedback, rat, tipp, tipps, dank, gespräch, termin, runde, sitzung',
  ),
  groups: list(
    'team, teams, büro, abteilung, gruppe, etage, filiale, projekt, standort, kunde, kunden, meeting, workshop, konferenz, zahlen, kantine, leute, straße, zug, bahnhof, flughafen',
  ),
  everyday: list(
    'mark, may, rose, will, frank, wolf, klein, gross, lang, kurz, schwarz, weiss, braun, grün, koch, bauer, müller, schneider, fischer, weber, richter, kaiser, könig, vogel, fuchs, hahn, stein, berg, wald, bach, sommer, winter, herbst, ernst, in, an, so, da, um, zu, im, am, es, er, sie, wir, ihr, du, ich, man, und, oder, aber, mit, bei, von, auf, aus, für, hat, ist, war, bin, gut, neu, alt, jung, heute, morgen, gestern, mai, april, august, juni, linde, viola, angel, engel, stern, hagen, page, lunch, tee, kaffee, mail, chat, call, talk, test, note, danke, ja, nein, ok',
  ),
  topic: list('über, wegen, bezüglich, zum thema, betreffend, von wegen'),
  me: list('ich'),
  meObject: list('mich, mir, uns'),
  we: list('wir'),
  they: list('sie, er'),
  them: list('ihr, ihm, ihnen, ihn'),
  their: list('ihr, ihre, ihren, ihrem, ihrer, ihres, sein, seine, seinen, seinem, seiner, seines, deren, dessen'),
  single: [
    list('ihr, ihre, ihren, ihrem, ihrer, ihres, deren, sie'),
    list('er, ihm, ihn, sein, seine, seinen, seinem, seiner, seines, dessen'),
  ],
  several: list('ihnen'),
  and: list('und, mit, plus, sowie, and'),
  joins: list('und, dann, aber, also, weil, während, außerdem, und dann, und auch, und außerdem, sowie, wobei, denn, plus, da'),
  promise: {
    given: list(
      'versprochen habe ich, ich verspreche, verspreche, ich schulde, schulde, schulde noch, ich schulde noch, versprach, ich versprach',
    ),
    will: list(
      'ich werde, ich will, ich muss, ich soll, ich sollte, ich möchte, ich wollte noch, muss noch, muss ich noch, ich muss noch, soll noch, nicht vergessen, will noch, darf nicht vergessen, denk dran, daran denken',
    ),
    opening: list('werde, muss, soll, sollte, will, todo, to do, merken, dran denken'),
    told: [],
    wouldDo: [],
    link: list('dass ich, ihr, ihm, ihnen, noch'),
    handing: list(
      'schicke, schicken, gebe, geben, zeige, zeigen, bringe, bringen, leihe, leihen, sende, senden, maile, mailen, schreibe, schreiben, erkläre, erklären, besorge, hole, weiterleiten',
    ),
    determiners: list(
      'die, der, das, den, dem, ein, eine, einen, einem, einer, mein, meine, meinen, unser, unsere, unseren, dieses, diese, diesen, zwei, drei, alle, alles, mehr, etwas',
    ),
    closing: list('versprochen, zugesagt, zugesichert'),
    present: list(
      'schicke, gebe, zeige, bringe, leihe, sende, maile, besorge, hole, leite, erkläre, stelle, schaue, prüfe, lese, rufe, melde, frage',
    ),
  },
  fact: {
    verbs: list(
      'ist, sind, hat, haben, mag, mögen, liebt, hasst, will, möchte, wohnt, zieht, zog, trinkt, isst, spielt, arbeitet, fängt, beginnt, begann, läuft, sammelt, studiert, spricht, kann, braucht, kennt, wird, wurde, wechselt, geht, verlässt, leitet, übernimmt, plant, hofft, träumt, vermisst, kommt, backt, singt, schwimmt, fährt, klettert, liest, malt, schreibt, tanzt, reist, lacht, bekommt, bekam, erwartet, feiert, kauft, kaufte, heiratet, heiratete, sucht, lernt, unterrichtet, trainiert, pendelt, bleibt, freut sich, macht sich, war krank, war im urlaub, war auf, wünscht sich, interessiert sich',
    ),
    bare: list(
      'mag, liebt, hasst, wohnt, trinkt, spielt, sammelt, spricht, möchte, träumt von, kommt aus, allergisch, ist allergisch, vegetarierin, vegetarier, vegan, ist vegan, zieht nach, zieht um, erwartet, hat, ist, arbeitet, studiert, singt, backt, schwimmt, klettert, malt, isst kein, isst keine, trinkt nur, lernt, trainiert',
    ),
    contracted: [],
    intro: list(
      'hat erzählt, hat mir erzählt, erzählt, erzählte, sagt, sagte, meinte, meint, hat gesagt, gehört, habe gehört, erfahren, anscheinend, offenbar',
    ),
    until: list('bis, bis zum, zurück am, wieder da am, wieder da'),
    birthday: list('geburtstag, geburtsdatum, geboren am, geboren'),
    anniversary: list('jubiläum, dienstjubiläum, arbeitsjubiläum, jahrestag, erster arbeitstag'),
    notADate: list('feier, party, kuchen, essen, geschenk, karte, frühstück, kaffee'),
  },
  beforeDay: list('am, im, in, bis, zum, seit, vor, ab, der, diesen, den, um, für'),
  edgeOfDay: list('seit, ab, bis'),
  onDay: list('am, seit, diesen'),
  from: list('von'),
  to: list('an'),
  with: list('mit'),
  who: [],
  others: list('andere, anderen, weitere, weiteren, andere kollegen, mehr'),
  peopleCount: list('leute, leuten, personen, kollegen, von uns, gäste, gästen, menschen'),
}
