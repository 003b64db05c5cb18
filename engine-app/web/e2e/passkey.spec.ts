import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser'
import { enter, expectWithinPolicy, site } from './people'

let browser: Browser
const label = `电脑${Date.now() % 100_000}`

beforeAll(async () => { browser = await openBrowser() })
afterAll(() => browser?.close())

describe('a passkey', () => {
  it('is added on a device, signs its owner in without a password, and is removed', async () => {
    const page = await enter(browser, 'li.na')
    await withDevice(page)

    await page.goto(`${site}/account`)
    await page.getByRole('button', { name: '添加通行密钥' }).click()
    await page.getByLabel('名称').fill(label)
    await page.locator('#passkey-password').fill('onevisit')
    await page.getByRole('button', { name: '继续，在设备上确认' }).click()
    await page.getByText('已添加，下次登录可以直接使用。').waitFor()

    await page.getByRole('button', { name: '退出登录' }).click()
    await page.goto(`${site}/sign-in`)
    await page.getByRole('button', { name: '用通行密钥登录' }).click()
    await page.getByRole('button', { name: '退出登录' }).waitFor()

    await page.goto(`${site}/account`)
    await page.getByRole('button', { name: `删除 ${label}` }).click()
    await page.locator('#passkey-password').fill('onevisit')
    await page.locator('form').getByRole('button', { name: '删除', exact: true }).click()
    await page.getByText('已删除，不能再用它登录。').waitFor()
    expect(await page.getByText(label).count()).toBe(0)
    expectWithinPolicy(page)
  })
})

/** Chromium's own device for tests: it keeps keys and says that it has seen its owner's finger. */
async function withDevice(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  })
}
