import { say } from '@/i18n'

export interface Written { about: string, phone: string, region: string, when: string }

export const nothing = (region: string): Written => ({ about: '', phone: '', region, when: '' })

/** An order to the hotline of the kind 求助; its text says what is wanted and from which page. Nobody has to know whose duty it is: 其他. */
export const orderOf = ({ about, phone, region, when }: Written, page: string) => ({
  kind: 'HELP', duty: 'other', region, phone, caseNo: '', ratingNo: '',
  text: say('shell.help.call.order', { about: about.trim(), when: when.trim() || say('shell.help.anyTime'), page }),
})
