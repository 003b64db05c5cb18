import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser'
import { serveMocked } from './mocked'
import { violationsOf, watchPolicy } from './policy'
import { screens, type Screen } from './screens'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pictures = fileURLToPath(new URL('./pictures/', import.meta.url))
const wanted = process.env.SCREENS?.split(',')
const looks: Record<string, BrowserContextOptions & { elder?: boolean, theme?: string }> = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  elder: { viewport: { width: 1280, height: 900 }, elder: true },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  contrast: { viewport: { width: 1440, height: 900 }, theme: 'contrast' },
  night: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark', theme: 'contrast' },
}

const asked = process.env.LOOKS?.split(',')
/** Where nobody asks for looks each screen is opened as most of its users have it: offices at a desk, citizens on a phone. */
const OFFICES = /^\/(tasks|cockpit|cards|studio|account\/(officers|clients|window))/
const usual = ({ path }: Screen) => [OFFICES.test(path) ? 'desk' : 'phone']
const contexts = new Map<string, Promise<BrowserContext>>()
let browser: Browser
let site: { url: string, close: () => Promise<void> }

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  ;[site, browser] = await Promise.all([serveMocked(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe.each(screens.filter(screen => !wanted || wanted.includes(screen.name)))('$name', screen => {
  it.each(asked ?? usual(screen))('is without barriers and fits (%s)', async look => {
    const page = await (await contextFor(look)).newPage()
    page.setDefaultTimeout(30_000)
    try {
      await open(page, screen)
      await page.evaluate(() => window.scrollTo(0, 0)) // wherever the page stands, its head covers what lies below it
      await page.screenshot({ path: `${pictures}${screen.name}-${look}.png`, fullPage: true })
      expect(violationsOf(page), 'against the Content-Security-Policy').toEqual([])
      expect(await barriers(page)).toEqual([])
      expect(await sidewaysScroll(page), 'pixels wider than the window').toBeLessThanOrEqual(0)
      expect(await page.locator('h1').count(), 'headings of level 1').toBe(1)
    } finally {
      await page.close()
    }
  })
})

/** One window per look, so that the client is loaded once; each screen gets a tab of its own. */
function contextFor(look: string): Promise<BrowserContext> {
  const context = contexts.get(look) ?? newContext(look)
  contexts.set(look, context)
  return context
}

async function newContext(look: string): Promise<BrowserContext> {
  const { elder, theme, ...options } = looks[look]
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...options })
  await watchPolicy(context)
  await context.addInitScript(remember, { elder: elder ? 'yes' : 'no', theme: theme ?? 'system' })
  return context
}

/** The looks that the browser keeps; and a Chinese voice, which a browser without a desktop has not. */
function remember(choices: Record<string, string>) {
  if (!location.protocol.startsWith('http')) return
  Object.entries(choices).forEach(([name, choice]) => localStorage.setItem(`onevisit.${name}`, choice))
  window.speechSynthesis.getVoices = () => [{ lang: 'zh-CN', localService: true, name: '', default: true, voiceURI: '' }]
}

async function open(page: Page, { as, path, act }: Screen) {
  await page.goto(`${site.url}${path}${path.includes('?') ? '&' : '?'}as=${as}`)
  await page.locator('h1').waitFor()
  await page.waitForFunction(() => !document.querySelector('.loading') || document.querySelector('dialog[open]')) // a page may wait for the answer to its own dialog
  if (act) {
    await act(page)
    await page.waitForTimeout(300)
  }
}

async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await (window as never as { axe: { run: (place: unknown, options: object) => Promise<{ violations: { id: string, help: string, nodes: { html: string }[] }[] }> } }).axe
      .run({ exclude: [['.djs-container'], ['.bio-properties-panel']] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes.slice(0, 3).map(node => node.html.slice(0, 140)).join(' | ')}`)
  })
}

const sidewaysScroll = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
