/**
 * Signs with which a spreadsheet begins to reckon, at the beginning of a cell (OWASP, "CSV Injection"),
 * after any number of guards that stand there already.
 */
const reckons = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** A cell that no spreadsheet takes for a formula: an apostrophe goes before one that looks like it. */
export const guarded = (cell: string): string => (reckons.test(cell) ? `'${cell}` : cell)

/** The cell as it was before {@link guarded}. */
export const unguarded = (cell: string): string => (cell.startsWith("'") && reckons.test(cell) ? cell.slice(1) : cell)

const quoted = (cell: string): string => (/[",;\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Rows as CSV (RFC 4180) with a byte order mark, by which spreadsheets know UTF-8; every cell is guarded. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('')}`
