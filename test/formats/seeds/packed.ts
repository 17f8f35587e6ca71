import { zipSync } from 'fflate'
import type { Seeds } from '../campaign.ts'
import { tableTexts } from './tables.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const connections = encode('First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\nAna,Sousa,,,,Planner,1 Mar 2024\r\n')
const card = encode('BEGIN:VCARD\nFN:Ana\nEND:VCARD\n')

export const packedSeeds: Seeds = {
  name: 'packed folders',
  files: [
    zipSync({ 'a/Connections.csv': connections, 'a/messages.csv': encode(tableTexts.messages), 'a/b.zip': zipSync({ 'c.vcf': card }) }),
    zipSync({ 'table.csv': encode(tableTexts.plain), 'google.csv': encode(tableTexts.google) }, { level: 0 }),
  ],
  barbs: ['PK\u0003\u0004', 'PK\u0001\u0002', 'PK\u0005\u0006', 'PK\u0007\u0008', '../', '\0\0\0\0'],
}
