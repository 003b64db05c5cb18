import type { Page } from 'playwright-core'

export interface Screen { name: string, as: string, path: string, act?: (page: Page) => Promise<void> }

const answerAll = async (page: Page) => {
  for (const name of ['是', '随母亲']) {
    for (const choice of await page.getByRole('radio', { name, exact: true }).all()) await choice.check()
  }
  await page.locator('input[type=date]').fill('2026-02-20')
  await page.getByRole('button', { name: '查看要办的事项和材料' }).click()
}

const waitForForm = (page: Page) => page.locator('.fjs-form').waitFor()

/** Every screen of the client, as somebody who may see it. */
export const screens: Screen[] = [
  { name: 'home-signed-out', as: '', path: '/' },
  { name: 'home', as: 'chen.jing', path: '/' },
  { name: 'sign-in', as: '', path: '/sign-in' },
  { name: 'bundle', as: 'chen.jing', path: '/bundles/newborn' },
  { name: 'guide', as: 'chen.jing', path: '/bundles/newborn/guide' },
  { name: 'guide-faults', as: 'chen.jing', path: '/bundles/newborn/guide', act: page => page.getByRole('button', { name: '查看要办的事项和材料' }).click() },
  { name: 'guide-result', as: 'chen.jing', path: '/bundles/newborn/guide', act: answerAll },
  { name: 'apply-items', as: 'chen.jing', path: '/apply/d-1/items' },
  { name: 'apply-form', as: 'chen.jing', path: '/apply/d-1/form/child' },
  { name: 'apply-form-prefilled', as: 'chen.jing', path: '/apply/d-1/form/parents', act: page => page.getByRole('button', { name: /父亲姓名/ }).click() },
  { name: 'apply-materials', as: 'chen.jing', path: '/apply/d-1/materials' },
  { name: 'apply-check', as: 'chen.jing', path: '/apply/d-1/check' },
  { name: 'applications', as: 'chen.jing', path: '/applications' },
  { name: 'application', as: 'chen.jing', path: '/applications/A43010020260302004711830' },
  { name: 'receipt', as: 'chen.jing', path: '/applications/A43010020260302004711830/receipt' },
  { name: 'messages', as: 'chen.jing', path: '/messages' },
  { name: 'licenses', as: 'chen.jing', path: '/licenses' },
  { name: 'not-found', as: 'chen.jing', path: '/nowhere' },
  { name: 'no-entry', as: 'chen.jing', path: '/tasks' },
  { name: 'tasks', as: 'approver.insurance', path: '/tasks' },
  { name: 'task', as: 'approver.insurance', path: '/tasks/102', act: waitForForm },
  { name: 'task-supplement', as: 'approver.insurance', path: '/tasks/102?tab=clock', act: async page => { await waitForForm(page); await page.getByText('需要补正', { exact: true }).click() } },
  { name: 'task-held', as: 'approver.insurance', path: '/tasks/103?tab=checks', act: waitForForm },
  { name: 'tasks-empty', as: 'approver.insurance', path: '/tasks?q=zzz' },
]
