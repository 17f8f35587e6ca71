import type { Seeds } from '../campaign.ts'

const rows = (count: number, end: string): string =>
  Array.from(
    { length: count },
    (_, i) => `Ana${i},Sousa,https://www.linkedin.com/in/ana${i},,"Example, Inc.",Planner,${i + 1} Mar 2024`,
  ).join(end)

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'

export const linkedinConnectionsSeeds: Seeds = {
  name: 'LinkedIn connections',
  files: [
    `Notes:\r\n"When exporting, ""some"" are missing"\r\n\r\n${header}\r\n${rows(6, '\r\n')}\r\n`,
    `${header}\n${rows(2, '\n')}`,
    'Vorname;Nachname;Unternehmen;Verbunden am\nJörg;Müller;"Beispiel; GmbH";12. März 2024\n',
  ].map((text) => new TextEncoder().encode(text)),
  barbs: [',"', '",', '""', `\n${header}\n`, ';'],
}
