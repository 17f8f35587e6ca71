import type { Words } from './words.ts'

const list = (text: string): readonly string[] => text.split(',').map((word) => word.trim())

/** The English words of quick log. */
export const english: Words = {
  possessive: /(?<!^(?:i|she|he|it|that|there|here|what|who|let|where|how))['’]s$/iu,
  media: [
    { says: list('lunch, lunched, canteen, cafeteria'), medium: 'meal', shape: 'lunch', rank: 6, by: 'both' },
    {
      says: list('dinner, breakfast, brunch, supper, ate, pizza, ramen, ice cream, dined, picnic'),
      medium: 'meal',
      shape: 'other',
      rank: 6,
      by: 'both',
    },
    {
      says: list('coffee, coffees, espresso, cappuccino, flat white, tea, matcha, chai, hot chocolate, cuppa'),
      medium: 'face',
      shape: 'coffee',
      rank: 5,
      by: 'both',
    },
    {
      says: list('party, drinks, beer, beers, a pint, pub, karaoke, barbecue, bbq, leaving do, farewell, after work'),
      medium: 'face',
      shape: 'party',
      rank: 5,
      by: 'both',
    },
    {
      says: list('walk, stroll, hike, walked, strolled, cycled, bike ride, walked home'),
      medium: 'face',
      shape: 'walk',
      rank: 5,
      by: 'both',
    },
    {
      says: list(
        'walked over, walked up, went over, dropped by, dropped in, popped in, popped by, stopped by, swung by, knocked on, looked in on',
      ),
      medium: 'face',
      shape: 'talk',
      rank: 5,
      by: 'me',
      act: true,
    },
    {
      says: list('came over, came by, came up to me, came to my desk, came to see me, dropped by my desk, stopped by my desk'),
      medium: 'face',
      shape: 'talk',
      rank: 5,
      by: 'they',
      act: true,
    },
    { says: list('video, video call, videocall, on screen, facetime, on video'), medium: 'video', shape: 'call', rank: 4, by: 'both' },
    { says: list('Teams, Zoom, Webex, Skype, Google Meet, Whereby'), medium: 'video', shape: 'call', rank: 4, by: 'both', proper: true },
    {
      says: list('zoomed, on zoom, over zoom, via zoom, zoom call, on teams, over teams, via teams, teams call, on skype, on webex'),
      medium: 'video',
      shape: 'call',
      rank: 4,
      by: 'both',
    },
    { says: list('call, calls, phone, on the phone, by phone, phone call, telephone'), medium: 'call', shape: 'call', rank: 4, by: 'both' },
    {
      says: list('called, phoned, rang, telephoned, rang up, called up, called back'),
      medium: 'call',
      shape: 'call',
      rank: 4,
      by: 'me',
      act: true,
    },
    { says: list('voicemail, voice message, left a message'), medium: 'one-way', shape: 'message', rank: 5, by: 'me' },
    {
      says: list('wrote, texted, messaged, mailed, emailed, e-mailed, pinged, slacked, dmed, sent, dropped a line, whatsapped'),
      medium: 'message',
      shape: 'message',
      rank: 4,
      by: 'me',
      act: true,
      writing: true,
    },
    {
      says: list('message, messages, mail, mails, e-mail, e-mails, email, emails, postcard, note, letter, sms, dm, whatsapp, slack'),
      medium: 'message',
      shape: 'message',
      rank: 3,
      by: 'both',
      writing: true,
    },
    {
      says: list('replied, answered, wrote back, got back to, responded, texted back, said yes, said no'),
      medium: 'message',
      shape: 'message',
      rank: 5,
      by: 'they',
      act: true,
      answer: true,
    },
    {
      says: list(
        'back and forth, exchanged, chatted online, group chat, chat on teams, chatted on teams, teams chat, teams message, on slack, chat on slack',
      ),
      medium: 'message',
      shape: 'message',
      rank: 5,
      by: 'both',
    },
    {
      says: list('liked, reacted, hearted, clapped, thumbs up, gave a thumb'),
      medium: 'reaction',
      shape: 'message',
      rank: 4,
      by: 'me',
      act: true,
      beside: list('post, posts, photo, photos, picture, pictures, message, comment, update, article, news, video, linkedin'),
    },
    { says: list('thumbs up to, thumbed'), medium: 'reaction', shape: 'message', rank: 4, by: 'me', act: true },
    {
      says: list(
        'meeting, met up about, standup, stand-up, 1 1, one on one, one-to-one, 1on1, workshop, retro, retrospective, interview, training, all-hands, offsite, off-site, retreat, conference, seminar, jour fixe, town hall, kick-off, kickoff',
      ),
      medium: 'face',
      shape: 'meeting',
      rank: 3,
      by: 'both',
    },
    {
      says: list(
        'bumped into, ran into, met, met up, caught up, catch-up, catch up, sat with, sat next to, sat down with, stood in line with, shared the lift with, shared a lift, shared a taxi, shared a train',
      ),
      medium: 'face',
      shape: 'talk',
      rank: 3,
      by: 'both',
    },
    {
      says: list(
        'talked, talk, chatted, chat, spoke, conversation, said hi, said hello, hello, saw, visited, laughed, joked, waved, small talk, gossiped, whispered',
      ),
      medium: 'face',
      shape: 'talk',
      rank: 2,
      by: 'both',
    },
  ],
  unanswered: list(
    "no answer, without answer, without an answer, no reply, without reply, without a reply, unanswered, not answered, did not answer, did not reply, didn't answer, didn't reply, hasn't answered, hasn't replied, has not answered, nothing back, no response",
  ),
  starts: list(
    'invited, asked, suggested, proposed, reached out, organised, organized, offered, thanked, congratulated, welcomed, greeted, introduced, showed, told, brought, surprised, reminded, wished, gave, asked for',
  ),
  did: list(
    'had, met, talked, spoke, saw, walked, went, chatted, sat, ate, drank, joined, celebrated, discussed, visited, shared, laughed, did, got, took, was, were',
  ),
  theyStarted: list(
    'invited me, asked me, reached out to me, called me, phoned me, rang me, wrote me, wrote to me, texted me, messaged me, mailed me, emailed me, e-mailed me, pinged me, invited us, asked us, thanked me, congratulated me, showed me, told me, brought me, surprised me',
  ),
  help: {
    given: list('a hand, helping hand for, covered her shift, covered his shift'),
    received: list(
      'thanks to, help from, gave me a hand, lent me, showed me how, taught me, had my back, stood up for me, vouched for me, backed me up',
    ),
    verbs: list(
      'helped, helped out, covered for, stood in for, stepped in for, took over for, rescued, saved, bailed out, supported, jumped in for',
    ),
  },
  depth: {
    passing: list(
      'quick hello, said hello, said hi, in passing, quick chat, quick word, brief chat, briefly, waved, nodded, a minute, two minutes, in the lift, in the elevator, in the corridor, hello in',
    ),
    real: list(
      'real talk, real conversation, deep talk, deep conversation, heart to heart, heart-to-heart, long talk, long conversation, proper talk, proper conversation, opened up, honest talk, honest conversation, really talked, talked for hours, good long',
    ),
  },
  beforeName: list(
    'with, met, bumped into, ran into, called, phoned, rang, texted, messaged, emailed, e-mailed, mailed, pinged, wrote, wrote to, talked to, spoke to, chatted to, talk to, speak to, walked over to, went over to, visited, saw, helped, thanked, asked, invited, promised, owe, message from, messages from, mail from, e-mail from, email from, call from, note from, postcard from, letter from, help from, message to, mail to, e-mail to, email to, note to, postcard to, letter to, thanks to, covered for, stood in for, introduce, introduced, introduced me to, hello to, hi to, replied to, answered, congratulated, welcomed, knocked on, looked in on, sat next to, joined by, reply to, write to, call, send, invite, thank, ask, told, caught up with, invited by, asked by, called by, helped by, wished',
  ),
  besideName: list('my, our, new, old, dear, colleague, boss, friend, neighbour, neighbor, buddy, mentor, manager, intern, the'),
  introducing: list('introduce, introduced, connect, connected'),
  towards: list('to, with'),
  notThen: list('after, before'),
  particles: list('van, von, de, der, den, da, do, dos, del, della, di, la, le, bin, ibn, al, el, ter, ten, zu, of, y'),
  nobody: list(
    'i, monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, may, june, july, august, september, october, november, december, mon, tue, wed, thu, fri, sat, sun, teams, zoom, slack, skype, webex, outlook, excel, powerpoint, jira, linkedin, whatsapp, signal, google, meet, christmas, easter, english, german, french, spanish, portuguese, hr, it, ceo, cfo, cto, qa, pr, everyone, everybody, team, finance, legal, sales, marketing, accounting, support, product, engineering, design, research, operations, procurement, management, board, people, reception, facilities, logistics, security, quality, customer, talent, the, a, an, my, our, her, his, their, she, he, they, we, it, him, them, me, us, someone, somebody, nobody, friends, colleagues, all, both, mum, mom, dad, god, internet, wifi',
  ),
  groups: list(
    'team, teams, office, department, people, folks, crew, group, floor, branch, project, site, customer, client, meeting, workshop, conference, figures, numbers, deck, canteen, lab, squad, guild, street, train, station, airport',
  ),
  everyday: list(
    'will, mark, may, rose, grace, hope, art, bill, frank, sue, an, in, so, do, my, ha, joy, dawn, faith, june, april, august, summer, amber, ivy, olive, pat, rob, nick, drew, jack, jean, ray, rich, chip, guy, max, dan, don, eve, gene, jade, joe, ken, lance, miles, ruby, sandy, skip, stew, sunny, tab, ted, van, victor, wade, ward, wren, you, an, to, on, de, la, al, le, and, with, the, a, i, me, she, he, long, young, good, early, late, page, price, case, day, ford, green, brown, white, black, king, cook, baker, stone, hill, wood, field, banks, rice, fish, wolf, fox, best, sharp, short, small, strong, sweet, wise, love, self, sun, mon, sat, jan, mar, dec, walker, carpenter, office, major, dear, mr, ms, mrs, dr, prof, penny, holly, daisy, lily, iris, heather, robin, jay, crystal, melody, harmony, mercy, patience, christian, angel, star, sky, river, ocean, reed, clay, dale, glen, heath, cliff, brook, call, chat, talk, walk, tea, coffee, lunch, mail, note, help, meeting, text, card, about, from, for, by, at, is, are, was, has, had, likes, her, his, they, we, it, of, new, this, that, next, last, today, week, one, two, no, not, ok, yes, thank, thanks, send, ask, back, over, into, real, quick, hello, hi',
  ),
  topic: list('about, regarding, re, concerning, on the subject of, because of'),
  me: list('i'),
  meObject: list('me, us'),
  we: list('we'),
  they: list('she, he, they, who'),
  them: list('her, him, them'),
  their: list('her, his, their'),
  single: [list("she, her, she's, she'll, she'd"), list("he, him, his, he's, he'll, he'd")],
  several: list("they, them, their, they're, they'll, they've"),
  and: list('and, with, plus, und, as well as'),
  joins: list('and, then, but, so, because, while, as, also, and then, and also, where, plus'),
  promise: {
    given: list(
      "promised, i promised, have promised, i have promised, i've promised, i owe, i still owe, i promise, promise, owe, still owe",
    ),
    will: list(
      "i'll, i will, i'm going to, i am going to, said i'd, said i would, said i'll, said i will, i said i'd, i said i would, offered to, i offered to, agreed to, i agreed to, i need to, i have to, i must, i should, don't forget to, remind me to, i still need to, i gotta",
    ),
    opening: list('will, need to, have to, must, should, must remember to, todo, to do, to-do, remember to, going to, gotta'),
    told: list('told, i told, assured, i assured'),
    wouldDo: list("i'd, i would, i'll, i will, that i'd, that i would, that i'll, that i will"),
    link: list("to, that i'd, that i would, that i'll, that i will, i'd, i would, i'll, i will, that"),
    handing: list(
      'send, give, show, bring, lend, get, forward, mail, email, buy, write, pay, return, tell, make, hand, book, find, teach, offer',
    ),
    determiners: list('the, a, an, my, our, some, his, her, their, this, that, these, those, two, three, one, all, more'),
  },
  fact: {
    verbs: list(
      "is, are, has, have, likes, like, loves, love, hates, prefers, wants, lives, moves, moved, drinks, eats, plays, works, starts, started, runs, collects, studies, speaks, supports, used to, can't, cannot, doesn't, does not, won't, will, needs, knows, got, becomes, became, joins, joined, leaves, is leaving, leads, took over, plans, hopes, dreams, worries, misses, grew up, comes from, bakes, sings, swims, cycles, climbs, reads, teaches, turns, celebrates, owns, expects, commutes, retires, married, enjoys, can, goes, keeps, just moved, just became, just got, just started, never, always, only drinks, only eats, also likes, really likes, was promoted, was ill, was sick, was away, was on leave, used, paints, writes, dances, volunteers, rides, grows, laughs, gave birth, passed, owes, finished, bought, adopted",
    ),
    bare: list(
      "likes, loves, hates, prefers, lives, drinks, plays, collects, speaks, enjoys, wants, dreams of, worries about, grew up, comes from, allergic, is allergic, vegetarian, vegan, is vegetarian, is vegan, moved to, moving to, is moving, expecting, has, is, works, studies, supports, sings, bakes, swims, climbs, paints, only drinks, never eats, does not, doesn't, can't, laughs",
    ),
    contracted: list("she's, he's, they're, she'll, he'll, they'll, who's, she'd, he'd, they've"),
    intro: list(
      'about, told me, told me that, told me about, told us, says, said, said that, mentioned, mentioned that, heard that, heard, learned that, learnt that, learned, learnt, found out that, found out, apparently, congratulated her on, congratulated him on',
    ),
    until: list('until, till, through, up to, away to, back on, back'),
    birthday: list('birthday, birthdate, date of birth, born on, born, b-day, bday'),
    anniversary: list('anniversary, work anniversary, first day'),
    notADate: list('party, cake, lunch, dinner, drinks, present, card, gift, breakfast, do, coffee'),
  },
  beforeDay: list('in, on, by, before, until, till, since, for, this, the, of, around, from'),
  edgeOfDay: list('since, by'),
  onDay: list('on, since, this'),
  from: list('from'),
  to: list('to'),
  with: list('with'),
  who: list('who'),
  others: list('others, other people, more, more people, other colleagues'),
  peopleCount: list('people, colleagues, of us, heads, guests'),
}
