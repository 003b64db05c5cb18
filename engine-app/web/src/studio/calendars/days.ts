/** Days as people write or paste them, and what a year becomes with them. A day is a plain date, 2026-02-15. */
export interface Read { days: string[], wrong: string[] }
export type DayKind = 'work' | 'weekend' | 'off' | 'makeUp'
export interface Plan { off: ReadonlySet<string>, work: ReadonlySet<string> }

const DAY = 86_400_000
const time = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayAt = (at: number) => new Date(at).toISOString().slice(0, 10)
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time(text)) && dayAt(time(text)) === text

/** Reads single days and spans (2026-02-15..2026-02-23, 2026年2月15日至2026年2月23日), however they are separated. */
export function readDays(text: string, year: number): Read {
  const plain = text
    .replace(/(\d{4})[年/-](\d{1,2})[月/-](\d{1,2})日?/g, (_, y: string, m: string, d: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`)
    .replace(/\s*(?:\.\.|至|到|~|～|—+)\s*/g, '..')
  const days = new Set<string>()
  const wrong: string[] = []
  for (const word of plain.split(/[\s,，、;；]+/).filter(Boolean)) {
    const [from, to = from, ...rest] = word.split('..')
    if (rest.length || !isDay(from) || !isDay(to) || to < from || !from.startsWith(`${year}-`) || !to.startsWith(`${year}-`)) wrong.push(word)
    else for (let at = time(from); at <= time(to); at += DAY) days.add(dayAt(at))
  }
  return { days: [...days].sort(), wrong }
}

/** One line for each run of days, as the yearly notice tells them. */
export function writeDays(days: string[]): string {
  const runs: string[][] = []
  for (const day of [...days].sort()) {
    const run = runs.at(-1)
    if (run && time(day) - time(run.at(-1)!) === DAY) run.push(day)
    else runs.push([day])
  }
  return runs.map(run => (run.length > 1 ? `${run[0]}..${run.at(-1)}` : run[0])).join('\n')
}

const weekend = (day: string) => [0, 6].includes(new Date(time(day)).getUTCDay())

export function kindOf(day: string, { off, work }: Plan): DayKind {
  if (off.has(day)) return 'off'
  if (work.has(day)) return 'makeUp'
  return weekend(day) ? 'weekend' : 'work'
}

/** The days of a month; the first stands in the column of its weekday, Monday is 0. */
export function monthOf(year: number, month: number) {
  const first = Date.UTC(year, month, 1)
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return { column: (new Date(first).getUTCDay() + 6) % 7, days: Array.from({ length }, (_, n) => dayAt(first + n * DAY)) }
}

export function countDays(year: number, plan: Plan) {
  const counts: Record<DayKind, number> = { work: 0, weekend: 0, off: 0, makeUp: 0 }
  for (let month = 0; month < 12; month++) for (const day of monthOf(year, month).days) counts[kindOf(day, plan)]++
  return { ...counts, worked: counts.work + counts.makeUp }
}
