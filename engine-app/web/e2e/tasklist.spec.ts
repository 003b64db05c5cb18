import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser'
import { serveMocked } from './mocked'
import { expectWithinPolicy } from './people'
import { watchPolicy } from './policy'

let browser: Browser
let site: { url: string, close: () => Promise<void> }

beforeAll(async () => { [site, browser] = await Promise.all([serveMocked(), openBrowser()]) })
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function enter(query = '') {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  await watchPolicy(context)
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${site.url}/tasks?as=approver.insurance${query}`)
  await page.locator('.pane__row a').first().waitFor()
  return page
}

const focused = (page: Page) => page.evaluate(() => (document.activeElement?.textContent?.trim() || document.activeElement?.getAttribute('aria-label')) ?? '')
const at = (page: Page, id: string) => page.waitForURL(url => url.pathname === `/tasks/${id}`)

/** Press Tab until this stands in focus. */
async function tabTo(page: Page, what: string | RegExp) {
  const seen: string[] = []
  for (let times = 0; times < 80; times++) {
    const here = await focused(page)
    if (typeof what === 'string' ? here === what : what.test(here)) return
    seen.push(here.slice(0, 20))
    await page.keyboard.press('Tab')
  }
  expect.fail(`Tab never came to ${what}; it went by ${seen.join(' | ')}`)
}
async function tabToField(page: Page, tag: string) {
  for (let times = 0; times < 40; times++) {
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted), tag)) return
    await page.keyboard.press('Tab')
  }
  expect.fail(`Tab never came to ${tag}`)
}
async function claim(page: Page) {
  await page.locator('#task-title').waitFor()
  await page.keyboard.press('Enter')
  await tabTo(page, '领取')
  await page.keyboard.press('Enter')
  await page.getByText('由您办理').waitFor()
}

describe('an approver without a mouse', () => {
  it('claims, asks for an opinion, sends a step back, decides, and comes to the next task by itself', async () => {
    const page = await enter()
    for (const id of ['101', '102', '108', '103', '104']) {
      await page.keyboard.press('j')
      await at(page, id)
    }
    await claim(page)

    await page.keyboard.press('Enter')
    await tabTo(page, '办理操作')
    await page.keyboard.press('Enter')
    for (let times = 0; times < 20 && !/^前加签/.test(await focused(page)); times++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('李晓').waitFor()
    await tabToField(page, 'dialog input[type=radio]')
    await page.keyboard.press('Space')
    await tabToField(page, 'dialog textarea')
    await page.keyboard.type('请核对费用清单。')
    await tabTo(page, '发出')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => focused(page), { message: 'the focus after the dialog' }).toBe('办理操作')
    await page.locator('[data-id="104"]').getByText('等待 李晓 的意见').waitFor()
    await page.getByText('已核对，一致。').waitFor() // comes by itself
    expect(await focused(page), 'the focus after the list has changed').toBe('办理操作')

    await page.keyboard.press('j')
    await at(page, '105')
    await claim(page)
    await page.keyboard.press('r')
    await page.getByRole('dialog').waitFor()
    await tabToField(page, 'dialog textarea')
    await page.keyboard.type('初审意见不完整。')
    await tabTo(page, '退回')
    await page.keyboard.press('Enter')
    await at(page, '106')
    await expect.poll(() => page.locator('.news').textContent()).toContain('已转到下一项')

    await claim(page)
    await page.locator('.fjs-form textarea').waitFor()
    await page.keyboard.press('a')
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await expect.poll(() => page.getByLabel('准予', { exact: true }).isChecked()).toBe(true)
    await page.keyboard.type('符合条件。')
    await tabTo(page, '提交办理意见')
    await page.keyboard.press('Enter')
    await at(page, '107')

    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.waitForURL(url => url.pathname === '/tasks')
    await page.keyboard.press('/')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('task-search')
    expectWithinPolicy(page)
  })
})

describe('ten thousand tasks', () => {
  it('are scrolled to the end with some thirty rows in the page, and J and K go on from there', async () => {
    const page = await enter('&tasks=10000')
    const list = page.locator('.pane__rows')
    await list.hover()
    await page.mouse.wheel(0, 50_000)
    await page.locator('.pane__row a').first().waitFor()
    const last = page.locator('.pane__row[aria-posinset="10000"] a')
    await expect.poll(async () => {
      await list.evaluate(element => { element.scrollTop = element.scrollHeight })
      return last.count()
    }, { timeout: 30_000, interval: 200 }).toBe(1)

    expect(await page.locator('.pane__row').count()).toBeLessThanOrEqual(40)
    await last.click()
    await at(page, '110000')
    await page.keyboard.press('k')
    await at(page, '109999')
    await page.keyboard.press('j')
    await at(page, '110000')
    expectWithinPolicy(page)
  })

  it('move on a quiet update neither the row under the pointer nor the focus', async () => {
    const page = await enter('&tasks=10000')
    const row = page.locator('[data-id="100003"]')
    await row.hover()
    await row.locator('a').focus()
    const before = (await row.boundingBox())!.y

    await page.evaluate(() => dispatchEvent(new Event('mock-arrival')))
    await page.getByText('列表已更新').waitFor()
    await page.waitForTimeout(300)

    expect(Math.abs((await row.boundingBox())!.y - before)).toBeLessThan(2)
    expect(await page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-id]')?.dataset.id)).toBe('100003')
  })

  it('keep the row in its place also where rows before it go away', async () => {
    const page = await enter('&tasks=10000')
    await page.evaluate(() => dispatchEvent(new Event('mock-arrival')))
    await page.getByText('新增 2 项').waitFor()
    await page.locator('.pane__rows').evaluate(list => { list.scrollTop = 0 })
    const row = page.locator('[data-id="100002"]')
    await row.hover()
    const before = (await row.boundingBox())!.y

    await page.evaluate(() => dispatchEvent(new Event('mock-departure')))
    await page.locator('[data-id="900"]').waitFor({ state: 'detached' })
    await page.waitForTimeout(300) // the list may still move

    expect(Math.abs((await row.boundingBox())!.y - before)).toBeLessThan(2)
  })
})
