import type { Medium, Moment, Shape } from '../mine/moments/contract.ts'

/** One moment of the sample: how many days ago, with whom, how, and the owner's words about it. */
export interface Told {
  readonly ago: number
  readonly with: readonly string[]
  readonly medium: Medium
  readonly shape: Shape
  readonly by: Moment['startedBy']
  readonly help?: 'given' | 'received'
  readonly depth?: 'passing' | 'real'
  readonly text: string
}

const ways: Readonly<Record<string, readonly [Medium, Shape]>> = {
  lunch: ['meal', 'lunch'],
  coffee: ['face', 'coffee'],
  walk: ['face', 'walk'],
  talk: ['face', 'talk'],
  meeting: ['face', 'meeting'],
  party: ['face', 'party'],
  aid: ['face', 'help'],
  video: ['video', 'call'],
  call: ['call', 'call'],
  wrote: ['message', 'message'],
  'one-way': ['one-way', 'message'],
  like: ['reaction', 'message'],
}

/**
 * Days ago, people, way, who began (me, they, both), then marks: `+` help given, `-` help received,
 * `*` a real conversation, `.` in passing. The text follows after the bar.
 */
const written = `
1 jonas lunch both | The Friday soup, and why his release notes always end in an apology.
6 jonas talk they | He came by to practise his demo on somebody who does not code.
13 jonas lunch me | He has signed up for the night run around the harbour and regrets it already.
19 jonas,priya coffee both * | The three of us drew the new help page on a napkin. Priya kept the napkin.
27 jonas lunch they | He is learning to cook one dish properly. It is dumplings, and there are casualties.
34 jonas walk me | Round the pond and back. His father is selling the boat, and that is harder than he thought.
41 jonas lunch both | Argued happily about whether a button may say "maybe".
49 jonas aid me + | Rewrote his release notes with him. He laughed at "various improvements".
57 jonas coffee they | First coffee after his paternity month. He fell asleep for a second, standing.
71 jonas lunch both | He showed the first photo of little Astrid: all hat.

2 priya talk both | She hung her fern over my desk "for the light". The fern has its own opinion.
8 priya lunch me * | Arun starts school after the holidays, and she is the nervous one.
15 priya coffee they | She redrew the cover overnight, because the first one looked like a dentist's.
22 priya talk both . | Passed on the stairs, both with too many paper rolls.
29 priya lunch both | Her exhibition of canteen portraits: I am on it, chewing.
37 priya aid me + | Held the other end of her wall drawing while the glue dried.
45 priya coffee me | She thinks in colours, I think in lists; the plan became a striped list.
58 priya lunch they | Told me how she got the job: she corrected the advertisement.
66 priya talk both | Two hours in front of the poster wall, choosing between two greens.

3 mei coffee they | She wants fewer slides at the next retreat and more walking.
10 mei lunch both * | Her mother is learning to video call, and shows mostly ceilings.
17 mei talk me | Sorted name tags with her; hers was missing again.
24 mei lunch they | She has found a cook for the retreat who was once a ship's cook.
31 mei walk both | Walked to the post with forty invitations and one stamp too few.
38 mei aid they - | She stayed late and helped to fold the programme, all three hundred.
46 mei lunch me | Talked about learning: she says nobody remembers day one of anything.
60 mei coffee both | She tried out her opening question on me. I had no answer for an hour.

4 hanna meeting both | Monday talk. She read my draft and only said "shorter", kindly.
11 hanna meeting both | Monday talk. We gave the yearly report a new first page.
18 hanna coffee me | Asked her for one piece of advice: finish sentences in meetings.
32 hanna meeting both | Monday talk. Budget first, then her new puppy, Sulo.
53 hanna lunch they | She took the whole team out, for no reason that she would admit to.
75 hanna meeting both | Plans for autumn; she wants three good stories instead of twelve.

5 ines lunch both | She told the story of the lost order again, now with gestures.
20 ines coffee they | Her team has a new wall of thank-you letters.
33 ines talk me | Went down to ask about the returns story; stayed for cake.
48 ines lunch me | Her choir sings in the station in December.
62 ines aid they - | She found a customer who was glad to be interviewed.

3 yusuf aid they - | He lent me his best slides.
16 yusuf coffee both | Tea in glasses. He explained the difference between a no and a not yet.
30 yusuf lunch they | His customers ask for our pictures now. He claims it was his idea.
44 yusuf talk me | Asked him how he remembers names: he draws hats on business cards.
68 yusuf lunch both | He had just moved flats and knew every van driver by name.

7 farah meeting both | Went through the week. She had three stories that nobody had told me.
21 farah coffee me | She interviewed the night shift at four in the morning, with croissants.
35 farah talk both | Compared notes on the canteen rumour. It was only a rumour.
52 farah lunch both | She is taking a course in shorthand, for the joy of it.
70 farah meeting both | Agreed to leave one page of each issue to the readers.

9 mateo aid me + | Held the reflector in the rain for his warehouse film. He bought soup.
23 mateo lunch they | His daughter Luz edits better than he does. She is twelve.
40 mateo talk both | Watched the first cut twice, the second time without sound.
55 mateo coffee me | He wants to film the building waking up.

12 noor coffee they | She stopped a wrong headline before breakfast.
28 noor lunch both * | She may apply for the Lisbon office, and has told almost nobody.
50 noor meeting both | Rehearsed hard questions; she asked harder ones.
74 noor lunch me | She knows the first name of every editor in town.

14 amara lunch they | Her napkin drawings fill a folder now. She should publish them.
36 amara coffee both | She explained search to me with a bag of buttons.
63 amara talk me | Asked about the new team. She is looking for somebody who can write.

13 leila lunch me | How she stays calm: she pictures every caller in slippers.
39 leila coffee both | A quiet hour after the loudest week of her year.
72 leila talk they | She asked for a friendlier wording of our worst letter.

18 bram aid they - | He mended the lamp over my desk without being asked.
43 bram coffee both | The toaster museum has a fourth toaster.
20 kofi walk both | He showed me hall four from the top of the shelves.
47 kofi lunch they | He whistles what he had for breakfast, he says.
14 samuel lunch both | Budgets explained with lentils; afterwards we ate them.
50 samuel meeting both | Cut the print run together, almost painlessly.

44 tom wrote they | He asked for the missing hotel bill; he had it within the hour.
52 tom wrote me | Asked how Klara's concert went. The front row cried, he among them.
66 tom wrote me | Thanked him for paying the photographer early.
80 tom wrote they | A question about train tickets, and a joke about train tickets.
104 tom lunch both | Lunch in the canteen. He told me who is behind rule eleven.
131 tom coffee they | Klara has started the cello; the neighbours have started jogging.

26 dmitri talk both . | He was watering the fig by the lift, and it has grown.
59 dmitri lunch me | He told me what the red lamp in the server room means. Nothing.
33 elena coffee they | Customs forms can rhyme. She proved it.
65 elena lunch both | Planned a story about a parcel that went round the world twice.
29 solveig meeting both | Two newcomers will sit with us; she knew their favourite tea.
61 solveig coffee me | How she learns forty names in an evening: with a tune for each.
42 sana call both | From a motorway car park: she has a customer who writes poems.
54 nele video both | She showed the numbers, and the cake she bakes while they run.

38 ingrid meeting both | Travel rules, and the first snow in Tromsø.
21 kaito one-way me | Sent him three strange pages for his thumb to test.
69 ruth lunch both | Tenders are written at night, and so is everything about hedgehogs.
77 sunniva meeting both | Sat beside her for a morning of calls. She thanked a man for shouting less.
45 obi coffee both | Somebody wanted to register the word "the".
6 wim like they | A thumb under the photo of the old stage.

150 marcus lunch both * | He thinks that writers belong into every team, and knows who agrees.
236 marcus talk they | He told Hyacinth Prentice about my work before I knew her name.
398 marcus walk both | The night train left without us. We laughed all the way to the hostel.
172 greta lunch both | Farewell soup on our floor, without beetroot.
241 greta coffee me | She taught me to read a contract from the back.
214 wim party both | The summer party. Two verses, no mercy.
330 wim lunch they | He had just taken over the north and knew every ferry.
189 haruka coffee both | She read me three letters from customers; we cried at the second.
260 birgit lunch they | The tablecloth with the first drawing of the warehouse.
176 paloma lunch me | Which songs we may sing at the party, and which we only hum.
295 andrzej lunch both | The story of the folder that saved the summer of the long strike.
162 shirin party both | Her birthday in the small kitchen: pistachios instead of candles.
267 rosalind coffee both | The shoe box, the logo, and a letter nobody had dared to open.
345 lucia aid me + | Sewed the banner with her on the morning of the jubilee.
183 lucia talk both | She has a spare needle for everything that tears.
`

function told(line: string): Told {
  const [head = '', text = ''] = line.split(' | ')
  const [ago = '', who = '', way = '', by = '', mark] = head.split(' ')
  const [medium, shape] = ways[way] ?? ['face', 'other']
  return {
    ago: Number(ago),
    with: who.split(','),
    medium,
    shape,
    by: by === 'me' || by === 'they' ? by : 'both',
    ...(mark === '+' ? { help: 'given' as const } : mark === '-' ? { help: 'received' as const } : {}),
    ...(mark === '*' ? { depth: 'real' as const } : mark === '.' ? { depth: 'passing' as const } : {}),
    text,
  }
}

/** The moments of the sample: twelve weeks and some from long before. */
export const moments: readonly Told[] = written
  .split('\n')
  .filter((line) => line.includes(' | '))
  .map(told)
