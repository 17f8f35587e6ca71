/** PostgreSQL's own sentence for why it ended, taken from its log: the last one that is fatal, else the last line. */
export function sentenceOf(log: string): string {
  const lines = log.split('\n').map((line) => line.trim())
  const grave = lines.filter((line) => /\b(FATAL|PANIC):/.test(line) || /^(initdb|postgres): error:/.test(line)).at(-1)
  const line = grave ?? lines.filter((one) => one !== '').at(-1) ?? ''
  const said = line.replace(/^.*?\b(?:FATAL|PANIC|ERROR|LOG|error):\s*/, '')
  if (said === '') return 'PostgreSQL ended without saying why.'
  return `PostgreSQL says: ${said}${/[.!?]$/.test(said) ? '' : '.'}`
}

/** Whether the log speaks of a full disk. */
export const fullSentence = (log: string): boolean => /No space left on device|Disk quota exceeded/i.test(log)

/** Whether what PostgreSQL said passes by itself: helpers of a killed one leaving, a port just taken, a file being replaced. */
export const passing = (log: string): boolean =>
  /pre-existing shared memory block|lock file ".*" (already exists|is empty)|Address already in use|could not create any (TCP\/IP|Unix-domain) sockets/i.test(
    log,
  )
