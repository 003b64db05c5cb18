import type { Answers, ComposedForm, FormPage, Value } from '../api'
import { partsOf } from '../form/parts'

/** The pages of a form; in 适老版 a long one comes in parts, the first under the page's own key, so that an address stays good when the mode changes. */
export function pagesOf(form: ComposedForm, elder: boolean): FormPage[] {
  return form.pages.flatMap(page => partsOf(page.fields, elder).map((fields, at, { length }) => ({
    key: at ? `${page.key}.${at + 1}` : page.key,
    title: length > 1 ? `${page.title}（${at + 1}/${length}）` : page.title,
    fields,
  })))
}

/** Where among the pages an address points: the page itself, the whole that its part belonged to, else the first. */
export function placeOf(pages: FormPage[], key: string): number {
  const exact = pages.findIndex(page => page.key === key)
  return exact < 0 ? Math.max(0, pages.findIndex(page => key.startsWith(`${page.key}.`))) : exact
}

/** What counts as answered: what the person wrote, else what the licenses say. */
export function answered(page: FormPage, answers: Answers): Answers {
  return Object.fromEntries(page.fields.map(field => [field.key, (answers[field.key] ?? field.value ?? null) as Value]))
}
