/** Opaque id of any record of the book: a UUIDv4, minted on the device where it is created. */
export type RecordId = string & { readonly __id: 'record' }
/** Id of a person in my book. */
export type PersonId = RecordId & { readonly __of?: 'person' }
/** Id of a moment. */
export type MomentId = RecordId & { readonly __of?: 'moment' }
/** Id of the owner of a private book. */
export type OwnerId = string & { readonly __id: 'owner' }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text is a lower-case UUID. */
export const isUuid = (text: string): boolean => uuid.test(text)

/** A fresh record id. Random, so that it says nothing about what it names. */
export const newId = (): RecordId => globalThis.crypto.randomUUID() as RecordId
