import { say } from '@/i18n'

/** Somebody calls back, or comes to an agreed place. */
export type Wanted = 'call' | 'visit'
export interface Written { about: string, phone: string, region: string, when: string, place: string }

export const nothing = (region: string): Written => ({ about: '', phone: '', region, when: '', place: '' })

/** An order to the hotline of the kind 求助; its text says what is wanted and from which page. Nobody has to know whose duty it is: 其他. */
export const orderOf = (wanted: Wanted, { about, phone, region, when, place }: Written, page: string) => ({
  kind: 'HELP', duty: 'other', region, phone, caseNo: '', ratingNo: '',
  text: say(`shell.help.${wanted}.order`, { about: about.trim(), when: when.trim() || say('shell.help.anyTime'), place: place.trim(), page }),
})
