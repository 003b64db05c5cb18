import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser'
import { serveMocked } from './mocked'
import { violationsOf, watchPolicy } from './policy'
import { beginOffline, fillOffline } from './screens'

let browser: Browser
let site: { url: string, close: () => Promise<void> }
let context: BrowserContext
let page: Page

/** A window whose network goes away in the middle of the morning, in a real browser with its own database and worker. */
describe('a window without the network', () => {
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([serveMocked(), openBrowser()])
    context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    await watchPolicy(context)
    await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'onLine', { get: () => localStorage.getItem('network') !== 'gone' }))
    page = await context.newPage()
    page.setDefaultTimeout(60_000)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  /** A page that is opened without the network is not told so by every browser's emulation: it reads it from here. */
  const network = async (there: boolean) => {
    await context.setOffline(!there)
    await page.evaluate(there => {
      localStorage.setItem('network', there ? 'there' : 'gone')
      window.dispatchEvent(new Event(there ? 'online' : 'offline'))
    }, there)
  }

  it('takes in, keeps nothing readable, and hands over exactly once', async () => {
    await page.goto(`${site.url}/tasks/window/offline?as=clerk`)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await beginOffline(page)
    await page.getByRole('button', { name: '暂存，回到列表' }).click()

    await network(false)
    await page.goto(`${site.url}/tasks/window/offline`) // even after the computer was started anew
    await page.getByText('网络已断开').waitFor()
    await beginOffline(page)
    await fillOffline(page, '周一诺')
    const slip = await page.locator('.slip__no').innerText()
    expect(slip).toMatch(/^L430\d{3}-\d{12}-[A-Z0-9]{4}$/)
    await page.getByRole('button', { name: '回到列表' }).click()
    await page.getByText('待同步', { exact: true }).waitFor()
    const lying = await page.evaluate(everythingKept)
    for (const told of ['陈静', '430102199203154528', '13900000001', '周一诺', '出生证明', 'A123456789']) expect(lying.includes(told), `${told} lies readable`).toBe(false)
    expect(lying).toContain('新生儿出生一件事') // the form is nobody's

    await network(true)
    await page.getByText('已同步', { exact: true }).waitFor()
    expect(await page.evaluate(() => document.documentElement.dataset.taken)).toBe('1')
    await page.reload()
    await page.getByText('已同步', { exact: true }).waitFor()
    expect(await page.getByText('待同步', { exact: true }).count()).toBe(0)
    expect(violationsOf(page)).toEqual([])
  })

  it('says why one was refused, keeps all of it, and takes it when it is corrected', async () => {
    await beginOffline(page)
    await fillOffline(page, '错名')
    await page.getByRole('button', { name: '回到列表' }).click()
    await page.getByText('与出生医学证明不一致').waitFor()
    await page.getByRole('button', { name: '更正后再同步' }).click()
    expect(await page.getByLabel('宝宝姓名').inputValue()).toBe('错名')
    await page.getByText('出生证明.png').waitFor()
    await page.getByLabel('宝宝姓名').fill('周一诺')
    await page.getByRole('button', { name: '完成收件，打印临时凭证' }).click()
    await page.getByRole('button', { name: '回到列表' }).click()
    await page.getByText('需要更正').waitFor({ state: 'detached' })
    await expect.poll(() => page.getByText('已同步', { exact: true }).count(), { timeout: 30_000 }).toBe(2)
  })

  it('is locked once the clerk has signed out', async () => {
    const gone = await page.evaluate(() => new Promise<boolean>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('onevisit.keys') // what signing out does
      request.onsuccess = () => resolve(true)
      request.onerror = () => reject(request.error)
    }))
    expect(gone).toBe(true)
    await network(false)
    await page.goto(`${site.url}/tasks/window/offline`)
    await page.getByText('没有您的离线密钥').waitFor()
    await network(true)
  })
})

/** Every value of every database of this browser as text: bytes as the signs they would be. */
async function everythingKept(): Promise<string> {
  const text = (value: unknown): string => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
    ? new TextDecoder().decode(value as ArrayBuffer)
    : value && typeof value === 'object' ? Object.values(value).map(text).join(' ') : String(value)
  const all: string[] = [JSON.stringify({ ...localStorage })]
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>(resolve => { const request = indexedDB.open(name!); request.onsuccess = () => resolve(request.result) })
    for (const drawer of database.objectStoreNames) {
      all.push(await new Promise<string>(resolve => { const request = database.transaction(drawer).objectStore(drawer).getAll(); request.onsuccess = () => resolve(request.result.map(text).join(' ')) }))
    }
    database.close()
  }
  for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) all.push(url)
  return all.join('\n')
}
