/** Somebody in the sample company. The key is there for those whom other files speak of. */
export interface Colleague {
  readonly key: string | undefined
  readonly name: string
  readonly role: string
  readonly department: string
  readonly line: string
}

/** One department a block, one colleague a line: `key = name | role | line`. Everybody here is invented. */
const written = `
# Communications
hanna = Hanna Virtanen | Head of Communications | Edits with a green pen, because red frightens people.
priya = Priya Raman | Illustrator | Sits among the ferns on the second floor and draws on every agenda.
mateo = Mateo Quispe | Video | Never starts recording before the second biscuit.
noor = Noor Haddad | Press desk | Knows which journalist answers before nine.
farah = Farah Siddiqi | Internal news | Reads every notice board in the building, and remembers them.
Oisín Gallagher | Speeches | Times his sentences with an egg timer.
Adaeze Nwosu | Social media | Can make a photo of a forklift look like a holiday.
lucia = Lucía Ferrand | Events | Has a bag with tape, needles and a spare microphone.
Piotr Wolny | Website | Closes forty tabs every Friday and opens them again on Monday.
Saoirse Devlin | Photography | Asks people to think of soup just before she presses the button.
Kenta Morishige | Layout | Owns the only sharp scissors on the floor.
Brigitte Aumont | Translation | Collects words that exist in one language alone.
Elias Nordvall | Sound | Hears the fridge in the kitchen from his desk.
rosalind = Rosalind Achterberg | Archive | Found the company's first logo in a shoe box.
Chidi Okereke | Trainee | Writes down every abbreviation he hears; he is at three hundred.

# Accounting
tom = Tom Becker | Travel expenses | Third floor. Knows each exception to the travel rules, and who caused it.
ingrid = Ingrid Halvorsen | Head of Accounting | Opens every meeting with the weather in Tromsø.
mai = Mai Dao | Payables | Pays bills a day early and says it is for luck.
samuel = Samuel Adjei | Budgets | Explains a forecast with the help of lentils.
Beatriz Salgueiro | Receivables | Writes reminders so kind that people thank her.
Henrik Dahlgaard | Payroll | Has never once been late with the twenty-fifth.
Yelena Morozova | Audit | Reads the footnotes first.
Tunde Afolayan | Controlling | Keeps a cactus for every closed quarter.
Margit Pölten | Taxes | Knits through the telephone conferences, evenly.
Ravi Deshmukh | Assets | Can say which chair was bought in which year.
Colette Brassard | Invoices | Folds paper boats out of cancelled invoices.
Giorgos Manolis | Treasury | Follows three currencies and one football team.
Aoife Kinsella | Cost centres | Renamed them all after rivers; nobody complained.
Lwazi Mthembu | Procurement cards | Has heard every story about a lost receipt.
Delphine Okou | Trainee | Adds up the numbers of tram tickets to warm up.

# Customer Care
ines = Inês Duarte | Orders | Found the lost order of the spring, in a drawer.
leila = Leila Benyoussef | Complaints | The calmest voice in the building, also on Mondays.
bram = Bram Verhulst | Returns | Repairs toasters that nobody asked him to repair.
sunniva = Sunniva Aas | Head of Customer Care | Answers one customer herself every morning.
Omar Farouk Nasser | Chat | Types with four fingers, faster than most with ten.
Petra Zelenka | Phone | Says goodbye three times and means it.
Kwame Asante | Orders | Knows the postcodes of two countries by heart.
haruka = Haruka Fujinami | Quality | Keeps the letters that made her laugh.
Valentina Corsi | Phone | Has a map with a pin for each kind customer.
Declan Moriarty | Night shift | Sends photographs of the sunrise from the roof.
Nadia Iqbal | Training | Teaches new people to breathe before they pick up.
Jakub Hruška | Spare parts | Can tell a screw by its sound.
Thandiwe Nkosi | Chat | Ends each shift with one joke; the list is long.
Emeka Obiora | Complaints | Once turned a complaint into a wedding invitation.
Linnéa Sjögren | Trainee | Asks why so nicely that everyone explains.

# Engineering
jonas = Jonas Lindqvist | Backend | Writes release notes last and worst, and says so himself.
dmitri = Dmitri Sokolenko | Operations | Waters the office plants when the builds are slow.
amara = Amara Diallo | Team lead, Search | Draws architecture on napkins and keeps the napkins.
kaito = Kaito Hayasaka | Frontend | Tests every page with his thumb, in the tram.
nele = Nele Brandhorst | Data | Bakes when a query takes longer than an hour.
Arjun Pillai | Mobile | Owns six telephones and answers none.
Zofia Wieczorek | Test | Breaks things gently and tells you where.
Callum Strachan | Security | Locks his screen even to sneeze.
Ximena Tovar | Platform | Names servers after mountains she has climbed.
Babak Rahimi | Backend | Explains recursion by explaining it again.
Marit Kleppe | Data | Sings in the choir that rehearses in the garage.
Tomasz Bielak | Operations | Labels cables in three languages.
Ngozi Eze | Accessibility | Switches her mouse off every Wednesday.
Florian Schwandt | Frontend | Argues for serif type with all his heart.
Soo-Ah Bang | Trainee | Fixed a bug on her first day and hid behind the monitor.

# Legal
greta = Greta Holm | Contracts | Moved down two floors in spring. Dislikes beetroot in any form.
Clothilde Marchetti | Data protection | Makes the law sound like good manners.
obi = Obinna Uzoma | Trade marks | Collects the strangest names people wanted to register.
Karl-Heinz Ploog | Head of Legal | Reads contracts aloud to hear where they stumble.
Rania Khoury | Employment | Has a second chair, for those who need to sit first.
Milan Radovanović | Contracts | Plays chess by post and is two years into a game.
shirin = Shirin Vakili | Compliance | Brings pistachios to difficult meetings.
Edmund Thackwray | Litigation | Has worn the same lucky tie since the flood.
paloma = Paloma Iriarte | Licences | Knows what may be sung at the summer party.
Tariq Mansoor | Contracts | Signs with a fountain pen from his grandfather.
Aurelie Vandamme | Assistant | Finds any file before you finish the sentence.
Jin-Ho Seong | Data protection | Deletes with pleasure.
Dorota Maliszewska | Notary matters | Stamps papers with great seriousness.
Kofi Mensah-Brown | Competition | Runs up the stairs between two calls.
Helga Sigurðardóttir | Trainee | Reads terms of use for fun, and finds things.

# People
mei = Mei-Lin Chou | Learning | Plans the retreats and always forgets her own name tag.
marcus = Marcus Oyelaran | Talent | Hears early which teams will grow. Once missed the night train to Oslo with me.
solveig = Solveig Lunde | Welcome | Learns the name of every newcomer the evening before.
andrzej = Andrzej Pawlak | Works agreements | Has a folder for everything, and one for folders.
Camila Rondón | Recruiting | Reads covering letters from the end.
Ifeoma Balogun | Health and safety | Knows where every first-aid box is, blindfold.
Rüdiger Falk | Payroll questions | Translates payslips into sentences.
Anaïs Delcourt | Learning | Collects bad training slides and improves them in secret.
Sione Taufa | Sports group | Got forty people to climb stairs on a Tuesday.
Mirela Ionescu | Travel desk | Books the seat next to the socket without being asked.
Hyacinth Prentice | Head of People | Walks the corridors on Thursdays with an open notebook.
Dejan Kovačić | Shift plans | Solves the roster like a crossword, in ink.
Wairimu Kariuki | Apprentices | Remembers her own first day, in detail.
Ulrika Stenmark | Moves abroad | Knows the price of a flat in nine cities.
Bastian Trautwein | Trainee | Made the birthday list nobody had dared to make.

# Sales
yusuf = Yusuf Demir | Key accounts | Sells better over tea than over slides.
wim = Wim de Graaf | North | We sang at the summer party. Badly, and to the end.
ruth = Ruth Abernathy | Tenders | Keeps every deadline and one hedgehog, at home.
sana = Sana Mirza | South | Has a story for each motorway exit.
Lorenzo Baldini | Export | Says no in five languages and yes in seven.
Katarzyna Lis | Offers | Proofreads prices like poems.
Amadou Keita | Partners | Introduces people at parties as if it were his job; it is.
Freya Winterbourne | Samples | Her office smells of cardboard and oranges.
Dieudonné Mukendi | East | Never travels without a deck of cards.
Pilar Estévez | Trade fairs | Can build a stand in forty minutes and take it down in twelve.
Gustav Ekholm | Analysis | Believes a graph only after drawing it himself.
Nomvula Dlamini | Key accounts | Remembers the names of her customers' dogs.
Teodor Banciu | North | Parks so neatly that people photograph it.
Siobhan Mulcahy | Inside sales | Laughs first, then negotiates.
Riku Halonen | Trainee | Practises his pitch on the coffee machine.

# Logistics
kofi = Kofi Amponsah | Warehouse | Whistles; you hear where he is.
elena = Elena Vassallo | Customs | Speaks to forms as if they could hear her, and they obey.
birgit = Birgit Osterkamp | Head of Logistics | Drew the new warehouse on a tablecloth first.
Hamid Zarei | Night dispatch | Eats breakfast at five in the afternoon.
Juana Pacheco | Packaging | Can pack a bicycle so that it looks like a gift.
Lars Uthaug | Fleet | Gives every van a birthday.
Mbali Sithole | Stock | Counts in her sleep, she says, and correctly.
Vasile Munteanu | Forklifts | Drives backwards better than others forwards.
Esther Wanjala | Routes | Knows which roads are slow because of geese.
Cornelis Haveman | Pallets | Has strong opinions about wood.
Akira Tanabe | Cold store | Wears the same jumper in July.
Zuzana Hlaváčová | Imports | Waves at every ship, just in case.
Babatunde Ojo | Dispatch | Ties knots that open only for him.
Marisol Ybarra | Returns | Finds notes in parcels and pins them up.
Torvald Eikeland | Trainee | Got lost in hall four and drew a map for everyone.
`

/** The colleagues of the sample company, department by department. */
export const colleagues: readonly Colleague[] = written.split(/^# /m).flatMap((block) => {
  const [department = '', ...lines] = block.trim().split('\n')
  return lines
    .filter((line) => line.includes('|'))
    .map((line) => {
      const [who = '', role = '', about = ''] = line.split(' | ')
      const [first = '', second] = who.split(' = ')
      return { key: second === undefined ? undefined : first, name: second ?? first, role, department, line: about }
    })
})

/** The department of the sample's owner, who is in no record: the book is hers. */
export const OWNER = { name: 'Ana', department: 'Communications' } as const
