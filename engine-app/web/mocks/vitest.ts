import { config } from '@vue/test-utils'
import { cleanup, configure } from '@testing-library/vue'
import { afterEach, beforeEach } from 'vitest'
import { addTexts, i18n } from '@/i18n'
import { forgetSession } from '@/session'
import { allRoutes } from './routes'
import { serve } from './server'
import { pretendEvents } from './events'
import { startTasks } from './tasks/state'
import { enterAs } from './fixtures/session'

config.global.plugins.push(i18n)
configure({ asyncUtilTimeout: 15_000 })
afterEach(cleanup)
pretendEvents()
window.scrollTo = () => undefined

beforeEach(() => {
  enterAs(null)
  forgetSession()
  serve(allRoutes)
  startTasks()
  localStorage.clear()
})

const texts = import.meta.glob<Record<string, string>>('../src/locales/zh-CN/*.json', { eager: true, import: 'default' })
Object.entries(texts).forEach(([file, floor]) => addTexts(file.replace(/^.*\/|\.json$/g, ''), floor))
