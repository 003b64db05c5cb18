import { config } from '@vue/test-utils'
import { beforeEach } from 'vitest'
import { addTexts, i18n } from '@/i18n'
import { session } from '@/session'
import { allRoutes } from './routes'
import { serve } from './server'
import { enterAs } from './fixtures/session'

config.global.plugins.push(i18n)

beforeEach(() => {
  enterAs(null)
  session.person = null
  session.asking = false
  serve(allRoutes)
})

const texts = import.meta.glob<Record<string, string>>('../src/locales/zh-CN/*.json', { eager: true, import: 'default' })
Object.entries(texts).forEach(([file, floor]) => addTexts(file.replace(/^.*\/|\.json$/g, ''), floor))
