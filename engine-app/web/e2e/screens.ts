import type { Page } from 'playwright-core'

export interface Screen { name: string, as: string, path: string, act?: (page: Page) => Promise<void> }

const answerAll = async (page: Page) => {
  for (const name of ['是', '随母亲']) {
    for (const choice of await page.getByRole('radio', { name, exact: true }).all()) await choice.check()
  }
  await page.locator('input[type=date]').fill('2026-02-20')
  await page.getByRole('button', { name: '查看要办的事项和材料' }).click()
}

const openWhy = async (page: Page) => {
  await page.getByText('为什么是这一天').first().click()
  await page.getByText('时间用在哪里').first().waitFor()
}

const waitForForm = (page: Page) => page.locator('.fjs-form').waitFor()

const waitForDiagram = (page: Page) => page.locator('.djs-shape').first().waitFor()
const check = async (page: Page) => {
  await page.getByRole('button', { name: '检查', exact: true }).click()
  await page.getByText('2 处错误').waitFor()
}

/** Every screen of the client, as somebody who may see it. */
export const screens: Screen[] = [
  { name: 'home-signed-out', as: '', path: '/' },
  { name: 'home', as: 'chen.jing', path: '/' },
  { name: 'sign-in', as: '', path: '/sign-in' },
  { name: 'sign-in-code', as: '', path: '/sign-in', act: async page => { await page.getByLabel('用户名').fill('with-code'); await page.getByLabel('密码').fill('onevisit'); await page.locator('main').getByRole('button', { name: '登录', exact: true }).click(); await page.getByLabel('动态码').waitFor() } },
  { name: 'register', as: '', path: '/account/register', act: async page => { await page.getByLabel('手机号码').fill('13800000999'); await page.getByRole('button', { name: '获取验证码' }).click(); await page.getByText('验证码已发出').waitFor() } },
  { name: 'reset', as: '', path: '/account/reset' },
  { name: 'account', as: 'chen.jing', path: '/account' },
  { name: 'account-level', as: 'registered', path: '/account' },
  { name: 'step-up', as: 'registered', path: '/licenses', act: page => page.getByRole('dialog').waitFor() },
  { name: 'seen', as: 'clerk', path: '/account/seen' },
  { name: 'account-finish', as: 'newcomer', path: '/account/finish', act: async page => { await page.getByLabel('当前密码').fill('onevisit'); await page.getByRole('button', { name: '开始绑定' }).click(); await page.getByRole('img').last().waitFor() } },
  { name: 'account-recovery', as: 'newcomer', path: '/account/finish', act: async page => { await page.getByLabel('当前密码').fill('onevisit'); await page.getByRole('button', { name: '开始绑定' }).click(); await page.getByLabel('动态码').fill('123456'); await page.getByRole('button', { name: '确认绑定' }).click(); await page.getByText('绑定成功').waitFor() } },
  { name: 'officers', as: 'admin.security', path: '/account/officers' },
  { name: 'officers-roles', as: 'admin.security', path: '/account/officers', act: page => page.getByRole('button', { name: '岗位', exact: true }).first().click() },
  { name: 'account-passkey', as: 'chen.jing', path: '/account', act: async page => { await page.getByRole('button', { name: '添加通行密钥' }).click(); await page.getByLabel('名称').waitFor() } },
  { name: 'clients', as: 'admin.system', path: '/account/clients' },
  { name: 'clients-open', as: 'admin.system', path: '/account/clients', act: page => page.getByRole('button', { name: '开通应用' }).click() },
  { name: 'clients-key', as: 'admin.system', path: '/account/clients', act: page => page.getByRole('button', { name: '立即更换签名密钥' }).click() },
  { name: 'officers-open', as: 'admin.system', path: '/account/officers', act: page => page.getByRole('button', { name: '开设账号' }).click() },
  { name: 'items', as: '', path: '/items' },
  { name: 'item', as: 'chen.jing', path: '/items/HN-SC-0601' },
  { name: 'window', as: 'clerk', path: '/tasks/window' },
  { name: 'cockpit-case-correct', as: 'supervisor', path: '/cockpit/cases/43010020260226000001026', act: page => page.getByRole('button', { name: '改派…' }).click() },
  { name: 'cockpit-second-notice', as: 'supervisor', path: '/cockpit/cases/43010020260226000001026', act: async page => { await page.getByRole('button', { name: '允许再次告知补正…' }).click(); await page.getByRole('dialog').waitFor() } },
  { name: 'hours', as: 'head.insurance', path: '/tasks/hours' },
  { name: 'hours-edit', as: 'head.insurance', path: '/tasks/hours', act: page => page.getByRole('button', { name: /^修改办公时间/ }).first().click() },
  { name: 'item-village', as: 'chen.jing', path: '/items/HN-SC-0601?region=430102' },
  { name: 'task-links', as: 'approver.insurance', path: '/tasks/102?tab=clock', act: async page => { await openWhy(page); await page.evaluate(() => scrollTo(0, 0)) } },
  { name: 'cockpit-distribution', as: 'supervisor', path: '/cockpit/distribution' },
  { name: 'bundle', as: 'chen.jing', path: '/bundles/newborn' },
  { name: 'guide', as: 'chen.jing', path: '/bundles/newborn/guide' },
  { name: 'guide-faults', as: 'chen.jing', path: '/bundles/newborn/guide', act: page => page.getByRole('button', { name: '查看要办的事项和材料' }).click() },
  { name: 'guide-result', as: 'chen.jing', path: '/bundles/newborn/guide', act: answerAll },
  { name: 'verify', as: '', path: '/verify/D4301002026030200471183?code=ABCDEF3479' },
  { name: 'apply-items', as: 'chen.jing', path: '/apply/d-1/items' },
  { name: 'apply-form', as: 'chen.jing', path: '/apply/d-1/form/child' },
  { name: 'apply-form-prefilled', as: 'chen.jing', path: '/apply/d-1/form/parents', act: page => page.getByRole('button', { name: /父亲姓名/ }).click() },
  { name: 'apply-materials', as: 'chen.jing', path: '/apply/d-1/materials' },
  { name: 'application-withdraw', as: 'chen.jing', path: '/applications/A43010020260302004711830', act: async page => { await page.getByRole('button', { name: '撤回' }).last().click(); await page.getByRole('dialog').waitFor() } },
  { name: 'apply-check', as: 'chen.jing', path: '/apply/d-1/check' },
  { name: 'applications', as: 'chen.jing', path: '/applications' },
  { name: 'application', as: 'chen.jing', path: '/applications/A43010020260302004711830' },
  { name: 'application-why', as: 'chen.jing', path: '/applications/A43010020260302004711830', act: openWhy },
  { name: 'receipt', as: 'chen.jing', path: '/applications/A43010020260302004711830/receipt' },
  { name: 'messages', as: 'chen.jing', path: '/messages' },
  { name: 'licenses', as: 'chen.jing', path: '/licenses' },
  { name: 'looks', as: 'chen.jing', path: '/looks' },
  { name: 'looks-older', as: 'chen.jing', path: '/looks', act: page => page.getByRole('button', { name: '查看更早的' }).click() },
  { name: 'consents', as: 'chen.jing', path: '/consents' },
  { name: 'consents-withdraw', as: 'chen.jing', path: '/consents', act: page => page.getByRole('button', { name: '撤回授权' }).click() },
  { name: 'consents-none', as: 'zhao.qian', path: '/consents' },
  { name: 'looks-none', as: 'zhao.qian', path: '/looks' },
  { name: 'ratings-public', as: '', path: '/ratings' },
  { name: 'rate-visit', as: '', path: '/rate/ABCD2345EFGH6789', act: page => page.getByRole('button', { name: '不满意', exact: true }).click() },
  { name: 'rate-case', as: 'chen.jing', path: '/applications/A43010020260302004711830', act: page => page.getByRole('button', { name: /^评价/ }).first().click() },
  { name: 'orders', as: 'chen.jing', path: '/orders' },
  { name: 'task-reveal', as: 'approver.insurance', path: '/tasks/201', act: async page => { await waitForForm(page); await page.getByRole('button', { name: /^查看/ }).click(); await page.getByRole('dialog').waitFor() } },
  { name: 'rate-again', as: 'chen.jing', path: '/applications/A43010020260302004711830', act: async page => { await page.getByRole('group', { name: /对处理结果是否满意/ }).getByRole('button', { name: '不满意', exact: true }).click() } },
  { name: 'task-rating', as: 'approver.insurance', path: '/tasks/201', act: waitForForm },
  { name: 'intake', as: 'agent', path: '/tasks/intake', act: async page => { await page.getByLabel('来电人').first().fill('王五'); await page.getByLabel(/^办件编号/).fill('43010020260302004711035'); await page.getByRole('button', { name: '查询' }).first().click(); await page.getByText('部门审查中').waitFor() } },
  { name: 'intake-not-found', as: 'agent', path: '/tasks/intake', act: async page => { await page.getByLabel('来电人').first().fill('王五'); await page.getByLabel(/^办件编号/).fill('1'); await page.getByRole('button', { name: '查询' }).first().click(); await page.getByText('没有查到这个编号').waitFor() } },
  { name: 'visit-code', as: 'clerk', path: '/tasks/visit-code' },
  { name: 'cockpit-ratings', as: 'supervisor', path: '/cockpit/ratings' },
  { name: 'cockpit-rating', as: 'supervisor', path: '/cockpit/ratings/R4301022026030200471183' },
  { name: 'cockpit-order', as: 'supervisor', path: '/cockpit/orders/W4301022026030300471183' },
  { name: 'cockpit-looked-only', as: 'supervisor', path: '/cockpit/orders?list=looked-only' },
  { name: 'cockpit-orders', as: 'supervisor', path: '/cockpit/orders' },
  { name: 'not-found', as: 'chen.jing', path: '/nowhere' },
  { name: 'no-entry', as: 'chen.jing', path: '/tasks' },
  { name: 'tasks', as: 'approver.insurance', path: '/tasks' },
  { name: 'task', as: 'approver.insurance', path: '/tasks/102', act: waitForForm },
  { name: 'task-ending', as: 'approver.insurance', path: '/tasks/102', act: async page => { await waitForForm(page); await page.getByRole('button', { name: /退件/ }).click(); await page.getByRole('dialog').getByText('转报', { exact: false }).last().click() } },
  { name: 'task-head', as: 'head.insurance', path: '/tasks/102', act: async page => { await waitForForm(page); await page.getByRole('button', { name: '改派…' }).click(); await page.getByText('需要补正', { exact: true }).scrollIntoViewIfNeeded(); await page.evaluate(() => scrollTo(0, 0)) } },
  { name: 'task-supplement', as: 'approver.insurance', path: '/tasks/102?tab=clock', act: async page => { await waitForForm(page); await page.getByText('需要补正', { exact: true }).click() } },
  { name: 'task-why', as: 'approver.insurance', path: '/tasks/102?tab=clock', act: async page => { await waitForForm(page); await openWhy(page) } },
  { name: 'task-held', as: 'approver.insurance', path: '/tasks/103?tab=checks', act: waitForForm },
  { name: 'tasks-empty', as: 'approver.insurance', path: '/tasks?q=zzz' },
  { name: 'cockpit', as: 'supervisor', path: '/cockpit' },
  { name: 'cockpit-cases', as: 'supervisor', path: '/cockpit/cases' },
  { name: 'cockpit-case', as: 'supervisor', path: '/cockpit/cases/A4301002026022600000174', act: waitForDiagram },
  { name: 'cockpit-case-called', as: 'supervisor', path: '/cockpit/cases/A4301002026022600000174?instance=p-3', act: waitForDiagram },
  { name: 'cockpit-incidents', as: 'supervisor', path: '/cockpit/incidents' },
  { name: 'cockpit-cards', as: 'supervisor', path: '/cockpit/cards' },
  { name: 'cockpit-statistics', as: 'supervisor', path: '/cockpit/statistics' },
  { name: 'cockpit-statistics-figure', as: 'supervisor', path: '/cockpit/statistics', act: page => page.getByRole('button', { name: /合计 受理/ }).click() },
  { name: 'cockpit-recheck', as: 'supervisor', path: '/cockpit/recheck' },
  { name: 'cockpit-recheck-running', as: 'supervisor', path: '/cockpit/recheck?run=3', act: page => page.getByText('已检查 2400').waitFor() },
  { name: 'cockpit-recipients', as: 'supervisor', path: '/cockpit/recipients' },
  { name: 'cockpit-recipients-set', as: 'supervisor', path: '/cockpit/recipients', act: async page => { await page.getByRole('button', { name: /修改/ }).first().click(); await page.getByRole('dialog').getByText('唐丽').waitFor() } },
  { name: 'cockpit-recipients-unchanged', as: 'operator', path: '/cockpit/recipients?region=430102' },
  { name: 'cockpit-self-check', as: 'supervisor', path: '/cockpit/self-check' },
  { name: 'card', as: 'supervisor', path: '/cards/1' },
  { name: 'card-urging', as: 'supervisor', path: '/cards/1', act: async page => { await page.getByRole('button', { name: '督办' }).click(); await page.locator('dialog').getByRole('button', { name: '督办' }).click() } },
  { name: 'cards-of-a-department', as: 'approver.insurance', path: '/cards' },
  { name: 'cockpit-handoffs', as: 'supervisor', path: '/cockpit/handoffs' },
  { name: 'studio', as: 'analyst', path: '/studio' },
  { name: 'studio-process', as: 'analyst', path: '/studio/bundles/newborn', act: async page => { await waitForDiagram(page); await check(page); await page.getByRole('button', { name: /没有传递业务编号/ }).click() } },
  { name: 'studio-templates', as: 'analyst', path: '/studio/bundles/newborn', act: async page => { await waitForDiagram(page); await page.getByRole('button', { name: '按模板添加' }).click() } },
  { name: 'studio-decision', as: 'analyst', path: '/studio/bundles/newborn?file=newborn-items.dmn', act: page => page.locator('.tjs-table').waitFor() },
  { name: 'studio-form', as: 'analyst', path: '/studio/bundles/newborn?file=birth-registration.form', act: page => page.locator('.fjs-form-field').first().waitFor() },
  { name: 'studio-data', as: 'analyst', path: '/studio/bundles/newborn?file=bundle.yaml', act: check },
  { name: 'studio-publish', as: 'analyst', path: '/studio/bundles/newborn?file=bundle.yaml', act: async page => { await page.getByRole('textbox').fill('key: newborn\n'); await page.getByRole('button', { name: '发布…' }).click() } },
  { name: 'studio-new', as: 'analyst', path: '/studio/bundles/newborn?file=bundle.yaml', act: async page => { await page.getByRole('button', { name: '新建文件' }).click(); await page.getByRole('button', { name: '新建', exact: true }).click() } },
  { name: 'calendars', as: 'analyst', path: '/studio/calendars?region=430000&year=2026', act: async page => { await page.getByLabel('原因').fill('州庆放假'); await page.getByRole('button', { name: '预览变动' }).click(); await page.getByText('新到期时间').waitFor() } },
  { name: 'calendars-history', as: 'analyst', path: '/studio/calendars?region=430000&year=2026', act: async page => { await page.getByRole('button', { name: /查看变动/ }).last().click(); await page.getByText('共 37 个').waitFor() } },
  { name: 'calendars-year', as: 'analyst', path: '/studio/calendars?region=430100&year=2027', act: page => page.getByLabel('放假日').fill('2027年1月1日至2027年1月3日') },
  { name: 'catalogue', as: 'analyst', path: '/studio/catalogue' },
  { name: 'catalogue-empty', as: 'analyst', path: '/studio/catalogue?q=zzz' },
  { name: 'catalogue-item', as: 'analyst', path: '/studio/catalogue/items/HN-SC-0601?region=430102' },
  { name: 'catalogue-editions', as: 'analyst', path: '/studio/catalogue/items/HN-SC-0601?tab=editions', act: page => page.getByRole('button', { name: '与第 2 版比较' }).click() },
  { name: 'catalogue-withdraw', as: 'analyst', path: '/studio/catalogue/items/HN-SC-0601?tab=editions', act: async page => { await page.getByRole('button', { name: '撤回', exact: true }).first().click(); await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click() } },
  { name: 'catalogue-impact', as: 'analyst', path: '/studio/catalogue/items/HN-SC-0601?tab=impact' },
  { name: 'catalogue-own', as: 'analyst', path: '/studio/catalogue/items/HN-SC-0601?tab=own&region=430100', act: async page => { await page.getByLabel('承诺办结时限').fill('9'); await page.getByRole('button', { name: '保存本地要素' }).click() } },
  { name: 'catalogue-import', as: 'analyst', path: '/studio/catalogue/import' },
  { name: 'catalogue-preview', as: 'analyst', path: '/studio/catalogue/import/i-1' },
  { name: 'catalogue-row', as: 'analyst', path: '/studio/catalogue/import/i-1', act: page => page.getByRole('button', { name: '查看变化和影响' }).click() },
]
