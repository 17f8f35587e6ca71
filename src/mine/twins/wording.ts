import { i18n } from '@lingui/core'
import type { Reason } from './resemblance.ts'

/** Why two people may be one, in one plain sentence. */
export function reasonText(reason: Reason): string {
  switch (reason.because) {
    case 'again':
      return i18n._({
        id: 'twins.again',
        message: 'You called them the same person before, and one of the two was changed elsewhere or brought back.',
      })
    case 'card':
      return i18n._({ id: 'twins.card', message: 'Both came from the same card.' })
    case 'email':
      return i18n._({ id: 'twins.email', message: 'Both have the address {email}.', values: { email: reason.email } })
    case 'profile':
      return i18n._({ id: 'twins.profile', message: 'Both have the profile page {page}.', values: { page: reason.page } })
    case 'phone':
      return i18n._({ id: 'twins.phone', message: 'Both have the number {phone}.', values: { phone: reason.phone } })
    case 'name':
      if (reason.place === undefined) return i18n._({ id: 'twins.name', message: 'The same name. Nothing else says that they are one.' })
      return reason.place.is === 'department'
        ? i18n._({ id: 'twins.name-department', message: 'The same name, and both in {place}.', values: { place: reason.place.name } })
        : i18n._({ id: 'twins.name-company', message: 'The same name, and both at {place}.', values: { place: reason.place.name } })
    case 'alias':
      return i18n._({
        id: 'twins.alias',
        message: '{alias} is also another name of {name}.',
        values: { alias: reason.alias, name: reason.of },
      })
    case 'turned':
      return i18n._({ id: 'twins.turned', message: 'The same name, with its words in another order.' })
    case 'middle-name':
      return i18n._({ id: 'twins.middle-name', message: 'The same first and last name, once with another one in between.' })
    case 'initial':
      return i18n._({
        id: 'twins.initial',
        message: '{short} may be short for {long}.',
        values: { short: reason.short, long: reason.long },
      })
    case 'letter':
      return reason.place.is === 'department'
        ? i18n._({
            id: 'twins.letter-department',
            message: 'Their names differ by one letter, and both are in {place}.',
            values: { place: reason.place.name },
          })
        : i18n._({
            id: 'twins.letter-company',
            message: 'Their names differ by one letter, and both are at {place}.',
            values: { place: reason.place.name },
          })
    case 'first-name':
      return i18n._({
        id: 'twins.first-name',
        message: '{short} may be {long}: nobody else in your book is called that.',
        values: { short: reason.short, long: reason.long },
      })
  }
}
