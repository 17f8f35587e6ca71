import type { PersonItem } from './item.ts'

/** A person to be written into a file: what reading that file gives again. */
export type PersonOut = Pick<
  PersonItem,
  | 'name'
  | 'nicknames'
  | 'emails'
  | 'phones'
  | 'links'
  | 'company'
  | 'department'
  | 'role'
  | 'place'
  | 'manager'
  | 'birthday'
  | 'dates'
  | 'notes'
  | 'labels'
  | 'own'
> & {
  /** UID that stays the same in every file and every version of it. */
  readonly uid: string
}
