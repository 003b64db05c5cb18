import { say } from '@/i18n'
import type { Answers, Field, FormSchema, SchemaComponent, Value } from '../api'

/** What a field needs to be asked. */
export type Question = Pick<Field, 'key' | 'label' | 'type' | 'required' | 'options' | 'help'>

/** The questions of a form-js schema, so that a citizen's page need not load form-js. */
export function questionsOf(schema: FormSchema): Question[] {
  return schema.components.flatMap(component => component.components ? questionsOf(component as FormSchema) : component.key ? [questionOf(component)] : [])
}

function questionOf({ type, subtype, key, label, description, values, validate }: SchemaComponent): Question {
  return { key: key!, label: label ?? key!, type: kindOf(type, subtype), required: validate?.required ?? false, options: values, help: description }
}

function kindOf(type: string, subtype?: string): Field['type'] {
  if (type === 'datetime' || subtype === 'date') return 'date'
  return (['text', 'date', 'select', 'radio', 'number', 'textarea', 'checkbox'] as const).find(known => known === type) ?? 'text'
}

/** What is wrong, by field: only what can be seen without the server. */
export function faultsOf(fields: Question[], answers: Answers): Record<string, string> {
  const wrong = fields.filter(field => field.required && field.type !== 'checkbox' && isEmpty(answers[field.key]))
  const numbers = fields.filter(field => field.type === 'number' && !isEmpty(answers[field.key]) && Number.isNaN(Number(answers[field.key])))
  return Object.fromEntries([
    ...wrong.map(field => [field.key, say(`portal.form.missing.${field.options || field.type === 'date' ? 'choose' : 'write'}`, { label: trimmed(field.label) })]),
    ...numbers.map(field => [field.key, say('portal.form.notANumber', { label: trimmed(field.label) })]),
  ])
}

export const isEmpty = (value: Value | undefined) => value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
const trimmed = (label: string) => label.replace(/[？?：:]$/, '')

/** An answer as people read it. */
export function shown(field: Pick<Field, 'type' | 'options'>, value: Value | undefined): string {
  if (isEmpty(value)) return ''
  const option = field.options?.find(candidate => candidate.value === value)
  if (option) return option.label
  if (typeof value === 'boolean') return say(value ? 'portal.form.yes' : 'portal.form.no')
  return String(value)
}
