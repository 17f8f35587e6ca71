import { list, type TactWords } from './tact-words.ts'

const bones = ['arm', 'leg', 'foot', 'ankle', 'wrist', 'hand', 'finger', 'toe', 'rib', 'hip', 'nose', 'shoulder', 'elbow', 'collarbone']
const broken = bones.flatMap((bone) =>
  ['his', 'her', 'their'].flatMap((whose) => [`broke ${whose} ${bone}`, `breaks ${whose} ${bone}`, `broken ${whose} ${bone}`]),
)
const voting = [
  'labour',
  'tory',
  'conservative',
  'green',
  'greens',
  'left',
  'right',
  'liberal',
  'republican',
  'democrat',
  'populist',
].flatMap((side) => [`vote ${side}`, `votes ${side}`, `voted ${side}`, `votes for the ${side}`, `voted for the ${side}`])

/** The English words. */
export const tactEnglish: TactWords = {
  kinds: {
    health: [
      ...list(`ill, illness*, sick, sickness, unwell, ailing, hospital, hospitalis*, hospitaliz*, clinic, surgery, surgeries, surgeon,
        had an operation, has an operation, having an operation, needs an operation, her operation, his operation, operated on,
        heart operation, knee operation, hip operation, back operation, eye operation,
        cancer, tumour*, tumor*, leukaemia, leukemia, chemo, chemotherap*, radiotherap*, biopsy, metastas*,
        diagnosis, diagnosed with, was diagnosed, been diagnosed, got diagnosed,
        depression, depressed, depressive, burnout, burn out, burned out, burnt out, breakdown from stress, nervous breakdown,
        anxiety, panic attack*, bipolar, schizophren*, autism, autistic, aspergers, dyslexi*, psychiatr*, psychotherap*, sees a psychologist,
        therapy, therapist*, counselling session*, counseling session*, antidepressant*, self harm, suicid*, overdose*, eating disorder, anorexi*, bulimi*,
        pregnan*, miscarr*, stillb*, abortion*, infertil*, fertility treatment, fertility clinic, caesarean, menopaus*, maternity ward,
        disease*, disability, disabilities, registered disabled, severely disabled, disabled person, disabled since, wheelchair, crutches,
        hard of hearing, hearing loss, hearing aid*, losing her sight, losing his sight,
        rehab, addict, addicts, addicted, addiction*, alcoholic, alcoholism, drinking problem, drinks too much, sober since, withdrawal clinic,
        fever, flu, influenza, covid, long covid, pneumonia, tested positive, migraine*, epilep*, diabet*, asthma*, arthrit*, sclerosis, dementia, alzheimer*, parkinsons,
        stroke, heart attack, heart failure, heart condition, heart trouble, blood pressure, pacemaker, transplant*, dialysis, intensive care, in a coma, hospice, nursing home,
        injury, injuries, injured, concussion, fractur*, sprain*, slipped disc, slipped disk, bad back, back pain, chronic pain, chronically, insomnia,
        medication*, painkiller*, prescription drugs, health problem*, health issue*, health condition*, health scare, health reasons, poor health, ill health,
        sick leave, sick note, off sick, signed off work, medical leave, medical condition, medical history, doctors appointment, doctor's appointment, obese, obesity, overweight,
        mental health`),
      ...broken,
    ],
    belief:
      list(`church, churches, mosque*, synagogue*, temple, religio*, muslim*, islam*, jewish, judaism, catholic*, protestant*, hindu*, buddhis*, sikh*, mormon*,
      jehovah*, atheis*, agnostic, evangelical*, christianity, a christian, devout christian, devout*, born again,
      her faith, his faith, their faith, faith community, of faith, lost faith in god, believes in god, bible group, bible study,
      ramadan, celebrates eid, for eid, eid mubarak, yom kippur, rosh hashanah, shabbat, sabbath, kosher, halal, hijab, headscarf, skullcap, kippah,
      pray, prays, praying, prayer, prayers, baptis*, baptiz*, christening, bar mitzvah, bat mitzvah, first communion, pilgrimage*, hajj,
      imam, rabbi, priest, vicar, parish, holy mass, sunday mass, goes to mass, congregation`),
    union:
      list(`union, unions, unionis*, unioniz*, union rep*, trade union*, labour union*, labor union*, works council*, shop steward*, on strike, strike ballot, strike action,
      warning strike, picket line, collective bargaining, staff council`),
    politics: [
      ...list(`party member*, party membership, party conference, labour party, conservative party, green party, liberal party, political party, member of the party,
        tory, tories, republicans, republican voter, democrats, socialist*, socialism, communis*, fascis*, anarchis*, marxis*, nationalist*, left wing, right wing, leftist*, far right, far left,
        brexiteer*, remainer*, political, politically active, his politics, her politics, their politics, went into politics, goes into politics,
        ran for office, runs for office, running for office, ran for parliament, city councillor, town councillor, votes for the party, political campaign, protest march, activist*`),
      ...voting,
    ],
    love: list(`divorc*, gay, lesbian*, bisexual*, homosexual*, transgender, trans woman, trans man, nonbinary, non binary, queer, sexual orientation, came out as, came out to her, came out to his,
      having an affair, had an affair, love affair, extramarital, cheated on her husband, cheated on his wife, left his wife, left her husband, marriage trouble, marriage problems, marriage counselling, couples therapy,
      separated from his, separated from her, split up with, broke up with, custody battle, custody of the children, child custody`),
    trouble:
      list(`prison, jail, arrested, convicted, criminal record, police record, in debt, his debts, her debts, bankrupt, bankruptcy, gambling,
      asylum, asylum seeker*, refugee status, deported, deportation`),
  },
  signs: {
    health: ['HIV', 'AIDS', 'ADHD', 'PTSD', 'IVF', 'MRI', 'OCD'],
    union: ['TUC', 'UNISON'],
    politics: ['GOP', 'SNP', 'UKIP', 'MAGA'],
    love: ['LGBT', 'LGBTQ'],
  },
  harmless:
    list(`sick of, sick and tired, sick joke, ill will, ill advised, ill prepared, ill equipped, ill fated, ill at ease, ill timed, house ill,
    hospital client*, hospital customer*, hospital project*, hospital software, hospital account, clinic client*, clinic project*,
    retail therapy, cabin fever, fever pitch, injury time, stroke of luck, stroke of genius, brush stroke, breast stroke, back stroke, stroke width, key stroke,
    great depression, diagnosis of the, bug diagnosis, fault diagnosis, root cause diagnosis, diagnosis tool*,
    addicted to coffee, addicted to tea, addicted to chocolate, addicted to work, non alcoholic, alcoholic drink*, alcoholic beverage*,
    prayer of a chance, answered my prayers, religious about, religiously, catholic taste*, catholic in his, catholic in her,
    platform agnostic, language agnostic, vendor agnostic, cloud agnostic, database agnostic, agnostic of, agnostic to, agnostic about,
    union square, union station, union street, union jack, european union, customs union, monetary union, credit union, western union, soviet union, rugby union, union type*, union all, union find, union of,
    office politics, internal politics, political animal, politically correct, technical debt, tech debt, gambling on, left wing of the building, right wing of the building,
    priest hole, strike a, gay gordons, mass market`),
  child:
    list(`daughter, daughters, son, sons, child, children, kid, kids, baby, babies, twins, twin, toddler*, little one, little ones, newborn*, boy, boys, girl, girls,
    schoolchild*, stepson*, stepdaughter*, grandson*, granddaughter*, grandchild*, kindergarten, his nursery, her nursery`),
  childSigns: [],
  capitalsAreNames: true,
}
