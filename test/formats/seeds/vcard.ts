import type { Seeds } from '../campaign.ts'
import { quirkyCard } from '../quirky-cards.ts'

const cards = Array.from({ length: 40 }, (_, n) => quirkyCard(`seed ${n}`).bytes)

export const vcardSeeds: Seeds = {
  name: 'vCard',
  files: [...cards, ...cards.slice(0, 8).map((card) => Uint8Array.from([...card, ...card]))],
  barbs: [
    'BEGIN:VCARD\r\n',
    'END:VCARD\r\n',
    ';ENCODING=QUOTED-PRINTABLE:',
    'item1.',
    '=0D=0A=\r\n',
    ';CHARSET=utf-7:',
    'AGENT:\r\n',
    '--0229',
  ],
}
