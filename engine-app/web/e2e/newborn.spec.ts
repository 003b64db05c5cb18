import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser'
import { decide, enter, expectWithinPolicy, MINUTE, openTask, site, until } from './people'
import { scanOf } from './scan'

const BENEFIT = /生育医疗费用报销/
const bornOn = new Date(Date.now() - 10 * 24 * 3600_000).toISOString().slice(0, 10)
const certificateNo = `X43${String(Date.now()).slice(-7)}`
const written: Record<string, string> = {
  childName: '周一诺', certificateNo, childBirthDate: bornOn, accountBank: '长沙银行示例支行', bankAccount: '6222021901001234567', motherPhone: '13800001234', registerAddress: '湖南省长沙市示例路 1 号', deliveryAddress: '湖南省长沙市示例路 1 号',
}
let browser: Browser

beforeAll(async () => { browser = await openBrowser() })
afterAll(() => browser?.close())

describe('a child is born', () => {
  it('the parent applies once, clerk and approver decide, the parent sees it closed', { timeout: 15 * MINUTE }, async () => {
    const parent = await enter(browser, 'chen.jing')
    const applicationNo = await apply(parent)

    const clerk = await enter(browser, 'clerk')
    const approver = await enter(browser, 'approver.insurance')
    let decided = false
    await until('the approver has decided', async () => {
      if (await openTask(clerk, applicationNo)) await decide(clerk, '材料齐全，予以收件', '材料齐全')
      if (await openTask(approver, applicationNo)) {
        await decide(approver, '准予', '符合条件')
        decided = true
      }
      return decided
    }, 6 * MINUTE)

    await parent.goto(`${site}/applications/${applicationNo}`)
    const benefit = parent.getByRole('listitem').filter({ hasText: BENEFIT }).filter({ hasText: '办结' })
    await until('the parent reads 办结', async () => (await benefit.count()) > 0, 3 * MINUTE)
    expect(await parent.getByRole('heading', { name: '办理经过' }).count()).toBe(1)
    expectWithinPolicy(parent, clerk, approver)
  })
})

async function apply(page: Page): Promise<string> {
  await page.goto(site)
  await page.getByRole('link', { name: /新生儿出生一件事/ }).first().waitFor()
  await page.goto(`${site}/bundles/newborn`)
  await page.getByRole('link', { name: '开始办理' }).click()
  await page.getByRole('heading', { level: 1, name: '先了解您的情况' }).waitFor()
  await fill(page)
  await page.getByRole('button', { name: '查看要办的事项和材料' }).click()
  await page.getByRole('heading', { level: 1, name: '按您的情况，这样办' }).waitFor()
  await onlyTheBenefit(page)
  await page.getByRole('button', { name: '开始申报' }).click()
  await page.getByRole('heading', { level: 1, name: '选事项' }).waitFor()
  const draft = page.url().split('/').at(-2)!
  await page.getByRole('button', { name: '下一步' }).click()
  await page.waitForURL(/\/form/)
  while (page.url().includes('/form')) {
    const before = page.url() + await page.locator('h1').textContent()
    await page.locator('main form').waitFor()
    await fill(page)
    await page.getByRole('button', { name: '下一步' }).click()
    await page.waitForFunction(was => location.href + (document.querySelector('h1')?.textContent ?? '') !== was, before)
  }
  await handIn(page, draft)
  return submit(page)
}

/** Answer what is not answered yet: known fields by their key, choices by their first option. */
async function fill(page: Page) {
  for (const group of await page.locator('main .choices').all()) {
    if (!await group.locator('input:checked').count()) await group.locator('input').first().check()
  }
  for (const input of await page.locator('main form .input').all()) {
    const key = (await input.getAttribute('id'))!.replace('field-', '')
    const value = await input.inputValue()
    if (await input.evaluate(element => element.tagName === 'SELECT')) {
      if (!value) await input.selectOption({ index: 1 })
    } else if (!value && written[key]) await input.fill(written[key])
  }
}

async function onlyTheBenefit(page: Page) {
  for (const item of await page.locator('main label').filter({ has: page.locator('input[type=checkbox]:not(:disabled)') }).all()) {
    await item.locator('input').setChecked(BENEFIT.test(await item.textContent() ?? ''))
  }
}

async function handIn(page: Page, draft: string) {
  await page.getByRole('heading', { level: 1, name: '交材料' }).waitFor()
  const form = await (await page.request.get(`${site}/api/drafts/${draft}/form`)).json() as { pages: { fields: { key: string, value: string }[] }[] }
  const known = Object.fromEntries(form.pages.flatMap(each => each.fields).map(field => [field.key, field.value]))
  const scan = await scanOf(browser, { certificateNo, childName: written.childName, childSex: known.childSex === 'female' ? '女' : '男', bornOn, motherName: known.motherName, motherIdNo: known.motherIdNo, fatherName: known.fatherName, fatherIdNo: known.fatherIdNo })
  const names = await page.locator('main .upload h3').allTextContents()
  for (const name of names) {
    const card = page.getByRole('group', { name })
    await card.locator('input[type=file]').first().setInputFiles({ name: `${name}.png`, mimeType: 'image/png', buffer: scan })
    await card.getByText('已收到').waitFor()
  }
  await page.getByRole('link', { name: '下一步' }).click()
}

async function submit(page: Page): Promise<string> {
  await page.getByRole('heading', { level: 1, name: '核对提交' }).waitFor()
  await page.getByText('我已核对').waitFor()
  for (const box of await page.locator('main input[type=checkbox]').all()) await box.check()
  await page.getByRole('button', { name: '提交申报' }).click()
  await page.getByRole('heading', { level: 1, name: '申报已提交' }).waitFor()
  return (await page.locator('.done__number').textContent())!.trim()
}
