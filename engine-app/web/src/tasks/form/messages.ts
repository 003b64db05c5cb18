import { say } from '@/i18n'

interface Validator { validateFieldInstance: (instance: unknown, value: unknown) => string[] }

/** A form-js module that says its faults in our language. */
class ChineseMessages {
  static $inject = ['validator']
  constructor(validator: Validator) {
    const original = validator.validateFieldInstance.bind(validator)
    validator.validateFieldInstance = (instance, value) => original(instance, value).map(inOurLanguage)
  }
}

export const chineseMessages = { __init__: ['chineseMessages'], chineseMessages: ['type', ChineseMessages] }

const known: [RegExp, string][] = [
  [/^Field is required/, 'tasks.fault.required'],
  [/minimum value of (\S+?)\.?$/, 'tasks.fault.min'],
  [/maximum value of (\S+?)\.?$/, 'tasks.fault.max'],
  [/minimum length of (\S+?)\.?$/, 'tasks.fault.minLength'],
  [/maximum length of (\S+?)\.?$/, 'tasks.fault.maxLength'],
  [/^Field must match|valid/, 'tasks.fault.pattern'],
]

export function inOurLanguage(message: string): string {
  for (const [pattern, key] of known) {
    const found = pattern.exec(message)
    if (found) return say(key, { limit: found[1] })
  }
  return message
}
