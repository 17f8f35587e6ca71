import { defineConfig } from 'vitest/config'

const minute = 60_000

/** Suites that own a server, a database or a browser: one file at a time, with room for a slow machine. */
const serial = (name: string, folder: string, minutes: number, order: number) => ({
  test: {
    name,
    include: [`test/${folder}/**/*.test.ts`],
    pool: 'forks' as const,
    fileParallelism: false,
    testTimeout: minutes * minute,
    hookTimeout: 2 * minute,
    sequence: { groupOrder: order },
  },
})

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/formats/**/*.test.ts', 'test/architecture/*.test.ts'],
          pool: 'forks',
          testTimeout: minute,
          hookTimeout: minute,
          sequence: { groupOrder: 0 },
        },
      },
      serial('isolation', 'isolation', 3, 1),
      serial('faults', 'faults', 20, 2),
      serial('journeys', 'journeys', 5, 3),
    ],
    passWithNoTests: false,
    reporters: ['default'],
  },
})
