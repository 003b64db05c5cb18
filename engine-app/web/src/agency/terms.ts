import type { Upload } from '@/portal/api'

/** A day of China's calendar, so many days from today. */
const day = (days: number) => new Date(Date.now() + 8 * 3600_000 + days * 86_400_000).toISOString().slice(0, 10)

/** What a mandate says, as its form begins: for three months from today, without licenses. */
export const freshTerms = () => ({ agentName: '', agentPhone: '', subjects: [] as string[], everything: false, licenses: false, from: day(0), until: day(90) })
export type Terms = ReturnType<typeof freshTerms>

/** As they are sent; `undefined` where nothing is chosen that it is good for. */
export function given({ everything, subjects, ...terms }: Terms, paper: Upload | null) {
  return everything || subjects.length ? { ...terms, subjects: everything ? [] : subjects, papers: paper?.id ? [paper.id] : [] } : undefined
}
