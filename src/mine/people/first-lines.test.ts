import { expect, test } from 'vitest'
import { readFirstLine } from './first-lines.ts'

test('a first name alone is somebody', () => {
  expect(readFirstLine('  Bram ')).toEqual({ name: 'Bram', did: undefined })
})

test('what they did is told apart from the name, however it is joined to it', () => {
  const did = 'found the missing order'
  for (const line of [`Inês, who ${did}`, `Inês – ${did}.`, `Inês (${did})`, `Inês who ${did}`, `Inês: ${did}`]) {
    expect(readFirstLine(line)).toEqual({ name: 'Inês', did })
  }
})

test('a hyphen within a name stays there', () => {
  expect(readFirstLine('Mei-Lin Chen')).toEqual({ name: 'Mei-Lin Chen', did: undefined })
})

test('names of any script are kept whole', () => {
  expect(readFirstLine('李小龙, 帮我搬家')).toEqual({ name: '李小龙', did: '帮我搬家' })
  expect(readFirstLine('Dr Gül Aydın-Öz')).toEqual({ name: 'Dr Gül Aydın-Öz', did: undefined })
})

test('an empty line and a line of dashes are nobody', () => {
  expect(readFirstLine('   ')).toBeUndefined()
  expect(readFirstLine('– – –')).toBeUndefined()
})
