import type { Answers, ComposedForm, FormPage, Value } from '../api'

const AT_ONCE = 7

/** The pages of a form; in 适老版 no page asks more than seven things. */
export function pagesOf(form: ComposedForm, elder: boolean): FormPage[] {
  if (!elder) return form.pages
  return form.pages.flatMap(page => {
    const parts = Math.ceil(page.fields.length / AT_ONCE)
    if (parts <= 1) return [page]
    return Array.from({ length: parts }, (_, at) => ({
      key: at ? `${page.key}-${at + 1}` : page.key,
      title: `${page.title}（${at + 1}/${parts}）`,
      fields: page.fields.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    }))
  })
}

/** What counts as answered: what the person wrote, else what the licenses say. */
export function answered(page: FormPage, answers: Answers): Answers {
  return Object.fromEntries(page.fields.map(field => [field.key, (answers[field.key] ?? field.value ?? null) as Value]))
}
