import { i18n } from '@lingui/core'
import type { Field } from '../../formats/table-fields.ts'

/** What a column of a table holds, in words. */
export function fieldWords(field: Field): string {
  switch (field) {
    case 'name':
      return i18n._({ id: 'import.field.name', message: 'Name' })
    case 'prefix':
    case 'suffix':
      return i18n._({ id: 'import.field.title', message: 'Form of address' })
    case 'first':
      return i18n._({ id: 'import.field.first', message: 'First name' })
    case 'middle':
      return i18n._({ id: 'import.field.middle', message: 'Middle name' })
    case 'last':
      return i18n._({ id: 'import.field.last', message: 'Last name' })
    case 'nickname':
      return i18n._({ id: 'import.field.nickname', message: 'Also called' })
    case 'email':
      return i18n._({ id: 'import.field.email', message: 'Email' })
    case 'phone':
      return i18n._({ id: 'import.field.phone', message: 'Phone' })
    case 'company':
      return i18n._({ id: 'import.field.company', message: 'Company' })
    case 'department':
      return i18n._({ id: 'import.field.department', message: 'Department' })
    case 'role':
      return i18n._({ id: 'import.field.role', message: 'Role' })
    case 'place':
      return i18n._({ id: 'import.field.place', message: 'Place' })
    case 'manager':
      return i18n._({ id: 'import.field.manager', message: 'Reports to' })
    case 'birthday':
    case 'birth-year':
    case 'birth-month':
    case 'birth-day':
      return i18n._({ id: 'import.field.birthday', message: 'Birthday' })
    case 'anniversary':
    case 'day':
      return i18n._({ id: 'import.field.day', message: 'Day of the year' })
    case 'note':
      return i18n._({ id: 'import.field.note', message: 'Something to remember' })
    case 'tag':
      return i18n._({ id: 'import.field.tag', message: 'Tags' })
    case 'link':
      return i18n._({ id: 'import.field.link', message: 'Link' })
    case 'ignore':
      return i18n._({ id: 'import.field.ignore', message: 'Leave it out' })
  }
}
