import { i18n } from '@lingui/core'
import type { PersonId } from '../../kernel/ids.ts'
import { fold } from '../../kernel/text.ts'
import type { Book, Change, Edit } from '../book.ts'
import type { Person, Rhythm } from './contract.ts'
import { toTrash } from './trash.ts'

/** What is done to several people at once. An empty department or circle takes the word away. */
export type ForSeveral =
  | { readonly does: 'department' | 'circle'; readonly word: string }
  | { readonly does: 'add-tag' | 'remove-tag'; readonly word: string }
  | { readonly does: 'rhythm'; readonly rhythm: Rhythm | undefined }
  | { readonly does: 'importance'; readonly importance: 1 | 2 | 3 }
  | { readonly does: 'rest' | 'wake' | 'trash' }

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/**
 * Does one thing to several people: one change, one undo, one sentence. People of whom it is true already
 * are left as they are and not counted. Null when it is true of all of them.
 */
export function forSeveral(book: Book, ids: Iterable<PersonId>, what: ForSeveral): Change | null {
  const people = [...new Set(ids)].flatMap((id) => book.get('person', id) ?? [])
  const concerned = what.does === 'trash' ? people : people.filter((person) => differs(person, fieldsFor(book, person, what)))
  if (concerned.length === 0) return null
  return book.change(told(what, concerned), (hands) => {
    if (what.does === 'trash') toTrash(book, hands, new Set(concerned.map(({ id }) => id)))
    else for (const person of concerned) hands.patch('person', person.id, fieldsFor(book, person, what))
  })
}

type Fields = Parameters<Edit['patch']>[2] & { [F in keyof Person]?: Person[F] | undefined }

const differs = (person: Person, fields: Fields): boolean =>
  Object.entries(fields).some(([field, value]) => JSON.stringify(value) !== JSON.stringify(person[field as keyof Person]))

/** The fields of a person as they are afterwards. */
function fieldsFor(book: Book, person: Person, what: ForSeveral): Fields {
  switch (what.does) {
    case 'department':
      return { department: tidy(what.word) || undefined }
    case 'circle':
      return { circle: tidy(what.word) || undefined }
    case 'add-tag': {
      const tags = person.tags ?? []
      const word = tidy(what.word)
      return word === '' || tags.some((tag) => fold(tag) === fold(word)) ? {} : { tags: [...tags, word] }
    }
    case 'remove-tag': {
      const left = (person.tags ?? []).filter((tag) => fold(tag) !== fold(what.word))
      return { tags: left.length === 0 ? undefined : left }
    }
    case 'rhythm':
      return { rhythm: what.rhythm }
    case 'importance':
      return { importance: what.importance === 1 ? undefined : what.importance }
    case 'rest':
      return person.resting === undefined ? { resting: { since: book.today() } } : {}
    case 'wake':
      return { resting: undefined }
    case 'trash':
      return {}
  }
}

/** What was done, in one sentence. */
function told(what: ForSeveral, people: readonly Person[]): string {
  const values = { count: people.length, name: people[0]?.name ?? '', word: 'word' in what ? tidy(what.word) : '' }
  switch (what.does) {
    case 'department':
      return values.word === ''
        ? i18n._({
            id: 'several.no-department',
            message: '{count, plural, one {{name} is in no department now.} other {# people are in no department now.}}',
            values,
          })
        : i18n._({
            id: 'several.department',
            message: '{count, plural, one {{name} is in {word} now.} other {# people are in {word} now.}}',
            values,
          })
    case 'circle':
      return values.word === ''
        ? i18n._({
            id: 'several.no-circle',
            message: '{count, plural, one {{name} is in no circle now.} other {# people are in no circle now.}}',
            values,
          })
        : i18n._({
            id: 'several.circle',
            message: '{count, plural, one {{name} is in the circle {word} now.} other {# people are in the circle {word} now.}}',
            values,
          })
    case 'add-tag':
      return i18n._({
        id: 'several.tagged',
        message: '{count, plural, one {{name} has the tag {word} now.} other {# people have the tag {word} now.}}',
        values,
      })
    case 'remove-tag':
      return i18n._({
        id: 'several.untagged',
        message: '{count, plural, one {{name} has the tag {word} no longer.} other {# people have the tag {word} no longer.}}',
        values,
      })
    case 'rhythm':
      return i18n._({
        id: 'several.rhythm',
        message: '{count, plural, one {The rhythm with {name} is set.} other {The rhythm with # people is set.}}',
        values,
      })
    case 'importance':
      return i18n._({
        id: 'several.importance',
        message:
          '{count, plural, one {Noted, for the choice of moves about {name}.} other {Noted, for the choice of moves about # people.}}',
        values,
      })
    case 'rest':
      return i18n._({ id: 'several.rest', message: '{count, plural, one {{name} rests now.} other {# people rest now.}}', values })
    case 'wake':
      return i18n._({
        id: 'several.wake',
        message: '{count, plural, one {{name} may be suggested again.} other {# people may be suggested again.}}',
        values,
      })
    case 'trash':
      return i18n._({
        id: 'several.trash',
        message: '{count, plural, one {{name} lies in the trash for thirty days.} other {# people lie in the trash for thirty days.}}',
        values,
      })
  }
}
