import { createI18n } from 'vue-i18n'
import common from './locales/zh-CN/common.json'
import portal from './locales/zh-CN/portal.json'
import shell from './locales/zh-CN/shell.json'

type Texts = { [key: string]: string | Texts }

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': { common, portal, shell } as Record<string, Texts> },
})

/** Add a floor's texts when the floor is entered, so that the first page does not carry them. */
export const addTexts = (floor: string, texts: Texts) => i18n.global.mergeLocaleMessage('zh-CN', { [floor]: texts })

/** A text outside of components. */
export const say = (key: string, values: Record<string, unknown> = {}) => i18n.global.t(key, values)
