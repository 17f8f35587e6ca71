import type { ItemMoment } from './item.ts'
import { listIn, objectIn, textIn } from './json-text.ts'
import { type MonicaAccount, propertiesOf, type Thing, valuesOf } from './monica-account.ts'
import { prose } from './plain-text.ts'
import { writtenDay } from './written-day.ts'

/** The longest text of a moment that is taken over, in characters. */
const LONG = 20_000

const told = (...parts: readonly unknown[]): string | undefined =>
  prose(
    parts
      .map(textIn)
      .filter((part) => part.trim() !== '')
      .join('\n'),
  ).slice(0, LONG) || undefined

/** Kinds of activity at a table. */
const meal = /\b(?:ate|eat|meal|lunch|dinner|breakfast|brunch|picnic\w*|restaurant|bar)\b/i

/** Calls, activities and conversations of somebody, oldest first; what has no day is left out. */
export function momentsOf(contact: Thing, account: MonicaAccount): readonly ItemMoment[] {
  const moments: ItemMoment[] = []
  for (const one of valuesOf(contact, 'call')) {
    const call = propertiesOf(objectIn(one))
    const day = writtenDay(textIn(call['called_at']))
    if (day === undefined) continue
    moments.push({ day, medium: 'call', startedBy: call['contact_called'] === true ? 'they' : 'me', text: told(call['content']) })
  }
  for (const one of valuesOf(contact, 'activity')) {
    const activity = propertiesOf(account.activity(one))
    const day = writtenDay(textIn(activity['happened_at']))
    if (day === undefined) continue
    const type = account.type(activity['type'])
    const kind = `${textIn(type['translation_key']).replaceAll('_', ' ')} ${textIn(type['name'])}`
    moments.push({
      day,
      medium: meal.test(kind) ? 'meal' : 'face',
      startedBy: 'both',
      text: told(activity['summary'], activity['description']),
    })
  }
  for (const one of valuesOf(contact, 'conversation')) {
    const conversation = propertiesOf(objectIn(one))
    const messages = listIn(conversation['messages']).map((message) => propertiesOf(objectIn(message)))
    const day = writtenDay(textIn(conversation['happened_at']))
    if (day === undefined) continue
    moments.push({ day, medium: 'message', startedBy: began(messages), text: told(...messages.map((message) => message['content'])) })
  }
  return moments.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** Who wrote first; when the file does not say, both. */
function began(messages: readonly Thing[]): ItemMoment['startedBy'] {
  const mine = messages[0]?.['written_by_me']
  return mine === true ? 'me' : mine === false ? 'they' : 'both'
}
