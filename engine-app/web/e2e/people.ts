import { expect } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { violationsOf, watchPolicy } from './policy'

export const site = process.env.ONEVISIT_URL ?? 'http://localhost:8080'
export const MINUTE = 60_000

/** Somebody at a browser of their own, signed in. */
export async function enter(browser: Browser, username: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 } })
  await watchPolicy(context)
  const page = await context.newPage()
  page.setDefaultTimeout(MINUTE)
  await page.goto(`${site}/sign-in`)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill('onevisit')
  await page.locator('main').getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: '退出登录' }).waitFor()
  return page
}

/** Nobody's page has loaded or run what the server's Content-Security-Policy forbids. */
export function expectWithinPolicy(...pages: Page[]) {
  expect(pages.flatMap(violationsOf)).toEqual([])
}

/** Look again until it is so; says what it waited for when it never was. */
export async function until(what: string, so: () => Promise<boolean>, limit = 5 * MINUTE) {
  const end = Date.now() + limit
  while (Date.now() < end) {
    if (await so()) return
    await new Promise(resolve => setTimeout(resolve, 1500))
  }
  expect.fail(`Waited in vain until ${what}`)
}

/** The first task about this application in somebody's worklist, opened; false while there is none. */
export async function openTask(page: Page, applicationNo: string): Promise<boolean> {
  await page.goto(`${site}/tasks?q=${applicationNo}`)
  await page.getByText(/^共 \d+ 项/).waitFor()
  const first = page.getByRole('region', { name: '任务列表' }).getByRole('link').first()
  if (!await first.count()) return false
  await first.click()
  await page.locator('.fjs-form').waitFor()
  return true
}

/** Choose an outcome, write an opinion, send it. */
export async function decide(page: Page, outcome: string, opinion: string) {
  await page.locator('.fjs-form').getByText(outcome, { exact: true }).click()
  await page.getByLabel('意见', { exact: true }).fill(opinion)
  await page.getByRole('button', { name: '提交办理意见' }).click()
  await page.locator('.news').waitFor()
}
