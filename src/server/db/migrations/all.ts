import type { Migration } from '../migrate.ts'
import { migration as house } from './001-house.ts'
import { migration as vault } from './002-vault.ts'

/** Every migration, oldest first. A new one is added at the end and nothing above it changes. */
export const migrations: readonly Migration[] = [house, vault]
