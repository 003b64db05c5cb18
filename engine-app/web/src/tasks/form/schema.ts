interface Component { key?: string, label?: string, values?: Choice[], components?: Component[] }
export interface Choice { value: string, label: string }

/** The fields of a form-js schema, however they are grouped. */
export const fieldsOf = (schema: object): Component[] => ((schema as Component).components ?? []).flatMap(part => [part, ...fieldsOf(part)]).filter(part => part.key)

/** What may be chosen in a field. */
export const choicesOf = (schema: object, key: string): Choice[] => fieldsOf(schema).find(field => field.key === key)?.values ?? []

/** A value in the words of the form. */
export function said(schema: object, key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  return choicesOf(schema, key).find(choice => choice.value === value)?.label ?? (Array.isArray(value) ? value.join('、') : String(value))
}
export const labelOf = (schema: object, key: string) => fieldsOf(schema).find(field => field.key === key)?.label
