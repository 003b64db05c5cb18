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

/** Prepare a form while the network is there, and begin an intake with it. */
export async function beginOffline(page: Page) {
  await page.getByRole('heading', { name: '离线可用' }).waitFor()
  if (!await page.getByRole('button', { name: '离线收件', exact: true }).count()) {
    await page.getByRole('button', { name: '准备离线表单' }).click()
    await page.getByRole('radio', { name: /新生儿出生一件事/ }).check()
    await page.getByRole('button', { name: '保存到这台电脑' }).click()
  }
  await page.getByRole('button', { name: '离线收件', exact: true }).first().click()
  await page.getByLabel('出生登记（申报户口）').check()
  await page.getByLabel('宝宝姓名').waitFor()
}

export async function fillOffline(page: Page, child: string) {
  await page.getByLabel('读卡').fill('CARD|陈静|女|汉|430102199203154528')
  await page.getByLabel('读卡').press('Enter')
  await page.getByText('已核验 · 读卡').waitFor()
  await page.getByLabel('手机号码').first().fill('13900000001')
  for (const name of ['是', '随母亲']) for (const choice of await page.getByRole('radio', { name, exact: true }).all()) await choice.check()
  await page.getByLabel('宝宝姓名').fill(child)
  await page.getByRole('radio', { name: '女', exact: true }).check()
  await page.locator('input[type=date]').first().fill('2026-02-20')
  await page.getByLabel('出生医学证明编号').fill('A123456789')
  await page.locator('.files input[type=file]').first().setInputFiles({ name: '出生证明.png', mimeType: 'image/png', buffer: Buffer.from('89504e47', 'hex') })
  await page.getByText('出生证明.png').waitFor()
  await page.getByRole('button', { name: '完成收件，打印临时凭证' }).click()
  await page.getByRole('heading', { name: '临时收件凭证' }).waitFor()
}

const waitForDiagram = (page: Page) => page.locator('.djs-shape').first().waitFor()
const check = async (page: Page) => {
  await page.getByRole('button', { name: '检查', exact: true }).click()
  await page.getByText('2 处错误').waitFor()
}

const unfold = async (page: Page) => {
  const fold = page.locator('.rail__fold')
  if (await fold.isVisible()) await fold.click()
}
/** Begin an act on the open task from its menu. */
const verb = async (page: Page, name: string) => {
  await waitForForm(page)
  await page.getByRole('button', { name: '办理操作' }).click()
  await page.locator('.verb').filter({ hasText: new RegExp(`^${name}`) }).first().click()
  await page.getByRole('dialog').waitFor()
}

/** Every screen of the client, as somebody who may see it. */
export const screens: Screen[] = [
  { name: 'home-signed-out', as: '', path: '/' },
  { name: 'home', as: 'chen.jing', path: '/' },
  { name: 'display', as: '', path: '/', act: async page => { const menu = page.getByRole('button', { name: '菜单' }); if (await menu.isVisible()) await menu.click(); await page.getByRole('button', { name: '显示设置' }).click(); await page.getByRole('dialog').waitFor() } },
  { name: 'help-call', as: '', path: '/items', act: async page => { await page.getByRole('button', { name: '请工作人员回电' }).click(); await page.getByRole('button', { name: '请回电', exact: true }).click(); await page.getByText('请写明您要办什么').waitFor() } },
  { name: 'help-visit', as: 'chen.jing', path: '/items', act: async page => { await page.getByRole('button', { name: '预约代办' }).click(); await page.getByLabel('上门的详细地址').waitFor() } },
  { name: 'hall-ticket', as: '', path: '/hall/430102-01/ticket', act: page => page.getByText('前面等候 6 人').waitFor() },
  { name: 'hall-ticket-full', as: '', path: '/hall/430102-01/ticket', act: async page => { await page.getByRole('button', { name: /帮办代办/ }).click(); await page.getByText('今天的号已经取完').waitFor() } },
  { name: 'hall-slip', as: '', path: '/hall/430102-01/ticket/t-1', act: page => page.getByText('您前面还有 3 位').waitFor() },
  { name: 'hall-slip-called', as: '', path: '/hall/430102-01/ticket/t-called', act: page => page.getByText('请到 2 号窗口').waitFor() },
  { name: 'hall-display', as: '', path: '/hall/430102-01/display', act: page => page.getByText('A013').waitFor() },
  { name: 'hall-appointments', as: 'chen.jing', path: '/hall/appointments?booked=b-1', act: page => page.getByText('4821 3059').waitFor() },
  { name: 'hall-move', as: 'chen.jing', path: '/hall/appointments', act: async page => { await page.getByRole('button', { name: '改约' }).first().click(); await page.getByText('14:30—15:00').waitFor() } },
  { name: 'hall-book', as: 'chen.jing', path: '/hall/appointments/new?subject=newborn', act: async page => { await page.getByText('可预约').first().waitFor(); await page.getByText(/3月4日|3\/4/).click() } },
  { name: 'hall-book-missing', as: 'chen.jing', path: '/hall/appointments/new', act: async page => { await page.getByRole('button', { name: '确认预约' }).click(); await page.getByText('请选择要办的一件事或事项。').waitFor() } },
  { name: 'hall-visits', as: 'chen.jing', path: '/hall/visits', act: page => page.getByText('王芳').first().waitFor() },
  { name: 'hall-visits-ask', as: 'chen.jing', path: '/hall/visits', act: async page => { await page.getByRole('button', { name: '预约上门代办' }).click(); await page.getByRole('button', { name: '提交申请' }).click(); await page.getByText('请写明您要办什么').waitFor() } },
  { name: 'queue', as: 'clerk', path: '/tasks/queue', act: page => page.getByText('A018').waitFor() },
  { name: 'queue-transfer', as: 'clerk', path: '/tasks/queue', act: async page => { await page.getByText('A018').waitFor(); await page.keyboard.press('t'); await page.getByRole('dialog').waitFor() } },
  { name: 'queue-keys', as: 'clerk', path: '/tasks/queue', act: async page => { await page.getByText('A018').waitFor(); await page.keyboard.press('?'); await page.getByRole('dialog').waitFor() } },
  { name: 'window-ticket', as: 'clerk', path: '/tasks/window?ticket=t-A013', act: page => page.getByText('A013').waitFor() },
  { name: 'home-visits', as: 'clerk', path: '/tasks/visits', act: page => page.getByText('待安排').first().waitFor() },
  { name: 'home-visit-note', as: 'agent', path: '/tasks/visits/new' },
  { name: 'home-visit', as: 'clerk', path: '/tasks/visits?no=H3', act: page => page.getByText('13812345678').waitFor() },
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
  { name: 'officers-posts', as: 'admin.security', path: '/account/officers', act: page => page.getByRole('button', { name: '岗位', exact: true }).first().click() },
  { name: 'officers-post-new', as: 'admin.security', path: '/account/officers', act: async page => { await page.getByRole('button', { name: '岗位', exact: true }).first().click(); await page.getByRole('button', { name: '增加岗位' }).click(); await page.getByLabel('审批', { exact: true }).check() } },
  { name: 'post-choose', as: '', path: '/sign-in', act: async page => { await page.getByLabel('用户名').fill('two.posts'); await page.getByLabel('密码').fill('onevisit'); await page.locator('main').getByRole('button', { name: '登录', exact: true }).click(); await page.getByText('请选择岗位').waitFor() } },
  { name: 'post-entered', as: '', path: '/sign-in', act: async page => { await page.getByLabel('用户名').fill('two.posts'); await page.getByLabel('密码').fill('onevisit'); await page.locator('main').getByRole('button', { name: '登录', exact: true }).click(); await page.getByLabel(/挂职副科长/).check(); await page.getByRole('button', { name: '进入' }).click(); await page.getByRole('heading', { name: '办件任务' }).waitFor(); await page.getByText(/株洲市.*挂职副科长/).waitFor({ state: 'attached' }) } },
  { name: 'post-change', as: 'two.posts', path: '/tasks', act: async page => { const menu = page.getByRole('button', { name: '菜单' }); if (await menu.isVisible()) await menu.click(); await page.getByRole('button', { name: /切换岗位/ }).click(); await page.getByRole('dialog').waitFor() } },
  { name: 'post-changed', as: 'two.posts', path: '/tasks', act: async page => { const menu = page.getByRole('button', { name: '菜单' }); if (await menu.isVisible()) await menu.click(); await page.getByRole('button', { name: /切换岗位/ }).click(); await page.getByLabel(/挂职副科长/).check(); await page.getByRole('dialog').getByRole('button', { name: '切换岗位' }).click(); await page.getByRole('dialog').waitFor({ state: 'detached' }); await page.getByText(/株洲市.*挂职副科长/).waitFor({ state: 'attached' }) } },
  { name: 'account-passkey', as: 'chen.jing', path: '/account', act: async page => { await page.getByRole('button', { name: '添加通行密钥' }).click(); await page.getByLabel('名称').waitFor() } },
  { name: 'clients', as: 'admin.system', path: '/account/clients' },
  { name: 'clients-open', as: 'admin.system', path: '/account/clients', act: page => page.getByRole('button', { name: '开通应用' }).click() },
  { name: 'clients-key', as: 'admin.system', path: '/account/clients', act: page => page.getByRole('button', { name: '立即更换签名密钥' }).click() },
  { name: 'officers-open', as: 'admin.system', path: '/account/officers', act: page => page.getByRole('button', { name: '开设账号' }).click() },
  { name: 'officers-id-no', as: 'admin.system', path: '/account/officers', act: async page => { await page.getByRole('button', { name: '身份号码' }).first().click(); await page.getByRole('textbox', { name: '公民身份号码' }).fill('43010219900307001'); await page.getByRole('button', { name: '登记', exact: true }).click(); await page.getByText('公民身份号码不正确').waitFor() } },
  { name: 'account-recovery-new', as: 'supervisor', path: '/account', act: async page => { await page.getByRole('button', { name: '换发恢复码' }).click(); await page.locator('#recovery-password').fill('onevisit'); await page.getByRole('button', { name: '确认换发' }).click(); await page.getByText('每个只能用一次').waitFor() } },
  { name: 'mandates', as: 'chen.jing', path: '/account/mandates' },
  { name: 'mandates-none', as: 'zhao.qian', path: '/account/mandates' },
  { name: 'mandates-give', as: 'chen.jing', path: '/account/mandates', act: async page => { await page.getByRole('button', { name: '授权他人代办' }).click(); await page.getByRole('button', { name: '授权', exact: true }).click(); await page.getByText('请选择可以代办的事项').waitFor() } },
  { name: 'mandates-revoke', as: 'chen.jing', path: '/account/mandates', act: async page => { await page.getByRole('button', { name: /^撤销授权/ }).first().click(); await page.getByRole('dialog').waitFor() } },
  { name: 'window-card', as: 'clerk', path: '/tasks/window', act: async page => { await page.getByLabel('读卡').fill('CARD|陈静|女|汉|430102199203154520'); await page.getByLabel('读卡').press('Enter'); await page.getByText('校验不通过').waitFor() } },
  { name: 'counter-scans', as: 'clerk', path: '/apply/w-1/scans', act: async page => { await page.getByRole('button', { name: /^扫描页 扫描0001.pdf · 2/ }).click() } },
  { name: 'counter-scan-refused', as: 'clerk', path: '/apply/w-1/scans', act: async page => { await page.locator('#scan-files').setInputFiles({ name: '加密.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') }); await page.getByText('设有密码').waitFor() } },
  { name: 'counter-notice', as: 'clerk', path: '/apply/w-1/notice' },
  { name: 'counter-notice-issued', as: 'clerk', path: '/apply/w-1/notice', act: async page => { await page.getByRole('button', { name: '出具一次性告知书' }).click(); await page.getByText(/^\s*已出具/).waitFor() } },
  { name: 'counter-keys', as: 'clerk', path: '/apply/w-1/materials', act: async page => { await page.keyboard.press('?'); await page.getByRole('dialog').waitFor() } },
  { name: 'counter-check', as: 'clerk', path: '/apply/w-1/check' },
  { name: 'offline-none', as: 'clerk', path: '/tasks/window/offline' },
  { name: 'offline-intake', as: 'clerk', path: '/tasks/window/offline', act: beginOffline },
  { name: 'offline-waiting', as: 'clerk', path: '/tasks/window/offline', act: async page => { await beginOffline(page); await fillOffline(page, '错名'); await page.getByRole('button', { name: '回到列表' }).click(); await page.getByText('需要更正').waitFor() } },
  { name: 'window-mandate', as: 'clerk', path: '/account/window-mandates' },
  { name: 'window-mandate-paper', as: 'clerk', path: '/account/window-mandates', act: async page => { await page.getByLabel(/^本人未到场/).check(); await page.getByLabel('全部事项').check(); await page.getByRole('button', { name: '登记授权' }).click(); await page.getByRole('alert').waitFor() } },
  { name: 'apply-help-code', as: 'chen.jing', path: '/apply/d-1/items', act: async page => { await page.getByText('请窗口或者村（社区）人员帮忙填写').click(); await page.getByRole('button', { name: '生成帮办码' }).click(); await page.getByText('4821 305 917').waitFor() } },
  { name: 'guide-for-whom', as: 'chen.jing', path: '/bundles/newborn/guide', act: async page => { await answerAll(page); await page.getByText('为谁办理').waitFor() } },
  { name: 'helper', as: 'clerk', path: '/tasks/help' },
  { name: 'helper-form', as: 'clerk', path: '/apply/help-d-1/form/parents' },
  { name: 'helper-check', as: 'clerk', path: '/apply/help-d-1/check' },
  { name: 'search', as: '', path: '/search?q=娃刚出生要办啥', act: async page => { await page.getByText('找到 4 项').waitFor() } },
  { name: 'search-suggestions', as: '', path: '/', act: async page => { await page.locator('main').getByRole('combobox').fill('娃刚出生'); await page.getByRole('option').first().waitFor(); await page.keyboard.press('ArrowDown') } },
  { name: 'search-none', as: '', path: '/search?q=没有', act: page => page.getByText(/没有找到相符/).waitFor() },
  { name: 'search-away', as: '', path: '/search?q=停机', act: page => page.getByText('智能搜索暂时不可用').waitFor() },
  { name: 'cockpit-search', as: 'operator', path: '/cockpit/search', act: page => page.getByText('已处理 1400 / 2339 项').waitFor() },
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
  { name: 'hall-book', as: 'operator', path: '/tasks/halls' },
  { name: 'hall-book-edit', as: 'operator', path: '/tasks/halls', act: async page => { await page.getByRole('button', { name: /^修改/ }).first().click(); await page.getByRole('button', { name: '增加窗口' }).click() } },
  { name: 'guide-places', as: 'chen.jing', path: '/bundles/newborn/guide', act: async page => { await answerAll(page); await page.getByRole('heading', { name: '到哪里办' }).scrollIntoViewIfNeeded() } },
  { name: 'verify', as: '', path: '/verify/D4301002026030200471183?code=ABCDEF3479' },
  { name: 'apply-items', as: 'chen.jing', path: '/apply/d-1/items' },
  { name: 'apply-form', as: 'chen.jing', path: '/apply/d-1/form/child' },
  { name: 'apply-form-prefilled', as: 'chen.jing', path: '/apply/d-1/form/parents', act: page => page.getByRole('button', { name: /父亲姓名/ }).click() },
  { name: 'apply-materials', as: 'chen.jing', path: '/apply/d-1/materials' },
  { name: 'apply-earlier', as: 'chen.jing', path: '/apply/d-1/materials', act: page => page.getByText('使用以前提交过的材料').click() },
  { name: 'apply-read', as: 'chen.jing', path: '/apply/d-1/materials', act: async page => { await page.locator('input[type=file]').first().setInputFiles({ name: '出生医学证明.png', mimeType: 'image/png', buffer: await page.screenshot() }); await page.getByText('不一致，请核对').waitFor() } },
  { name: 'application-withdraw', as: 'chen.jing', path: '/applications/A43010020260302004711830', act: async page => { await page.getByRole('button', { name: '撤回' }).last().click(); await page.getByRole('dialog').waitFor() } },
  { name: 'application-urge', as: 'chen.jing', path: '/applications/A43010020260302004711830', act: async page => { await page.getByRole('button', { name: /^催办/ }).first().click(); await page.getByRole('dialog').waitFor() } },
  { name: 'apply-check', as: 'chen.jing', path: '/apply/d-1/check' },
  { name: 'application-talk', as: 'chen.jing', path: '/applications/A43010020260302004711830', act: page => page.getByRole('heading', { name: '给承办人员留言' }).scrollIntoViewIfNeeded() },
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
  { name: 'agreements', as: 'chen.jing', path: '/agreements' },
  { name: 'agreements-none', as: 'li.na', path: '/agreements' },
  { name: 'agreement', as: 'chen.jing', path: '/agreements/agreement-1' },
  { name: 'agreement-agree', as: 'chen.jing', path: '/agreements/agreement-1', act: async page => { await page.getByRole('button', { name: '同意', exact: true }).click(); await page.getByRole('dialog').waitFor() } },
  { name: 'agreement-refuse', as: 'chen.jing', path: '/agreements/agreement-1', act: async page => { await page.getByRole('button', { name: '不同意' }).click(); await page.getByRole('dialog').waitFor() } },
  { name: 'agreement-given', as: 'chen.jing', path: '/agreements/agreement-2' },
  { name: 'application-awaited', as: 'chen.jing', path: '/applications/A43010020260303004711848' },
  { name: 'window-agreement', as: 'clerk', path: '/tasks/window/agreements' },
  { name: 'window-agreement-found', as: 'clerk', path: '/tasks/window/agreements', act: async page => { await page.getByLabel(/^申报编号/).fill('A43010020260303004711848'); await page.getByLabel(/^公民身份号码/).fill('430111199710099064'); await page.getByRole('button', { name: '查找' }).click(); await page.getByRole('button', { name: '登记' }).waitFor() } },
  { name: 'payment-order', as: 'chen.jing', path: '/payment-orders/P4301022026030200471183' },
  { name: 'payment-twice', as: 'chen.jing', path: '/payment-orders/P4301022026030200471191' },
  { name: 'cashier', as: 'chen.jing', path: '/cashier/P4301022026030200471183' },
  { name: 'payment-desk', as: 'clerk', path: '/payment-orders' },
  { name: 'payment-piles', as: 'approver.insurance', path: '/payment-orders?pile=ALL' },
  { name: 'payment-refund', as: 'approver.insurance', path: '/payment-orders/P4301022026030200471222' },
  { name: 'payment-refunded', as: 'chen.jing', path: '/payment-orders/P4301022026030200471214' },
  { name: 'payment-register', as: 'clerk', path: '/payment-orders/P4301022026030200471183' },
  { name: 'notices', as: '', path: '/notices' },
  { name: 'notice', as: 'chen.jing', path: '/notices/N4301022026030200471183' },
  { name: 'notice-object', as: 'chen.jing', path: '/notices/N4301022026030200471183', act: async page => { await page.getByLabel(/^异议的事实和理由/).fill('该企业尚有未结清的工资'); await page.getByRole('button', { name: '提交异议' }).click(); await page.getByRole('dialog').waitFor() } },
  { name: 'notice-answered', as: 'chen.jing', path: '/notices/N4301042026020200471191' },
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
  { name: 'task-mandate', as: 'approver.insurance', path: '/tasks/103', act: waitForForm },
  { name: 'task-held', as: 'approver.insurance', path: '/tasks/103?tab=checks', act: waitForForm },
  { name: 'tasks-picked', as: 'approver.insurance', path: '/tasks', act: async page => { for (const at of [0, 1, 2]) await page.getByRole('checkbox', { name: /^选择/ }).nth(at).check() } },
  { name: 'tasks-bulk', as: 'approver.insurance', path: '/tasks', act: async page => { for (const at of [0, 1, 2]) await page.getByRole('checkbox', { name: /^选择/ }).nth(at).check(); await page.getByRole('button', { name: '领取', exact: true }).click(); await page.getByText('不能办理 2 项').waitFor() } },
  { name: 'tasks-bulk-result', as: 'approver.insurance', path: '/tasks', act: async page => { for (const at of [0, 1, 2]) await page.getByRole('checkbox', { name: /^选择/ }).nth(at).check(); await page.getByRole('button', { name: '领取', exact: true }).click(); await page.getByRole('button', { name: '领取 1 项' }).click(); await page.getByText('办理成功 1 项').waitFor() } },
  { name: 'tasks-bulk-transfer', as: 'approver.insurance', path: '/tasks', act: async page => { await page.getByRole('checkbox', { name: /^选择/ }).first().check(); await page.getByRole('button', { name: '转办', exact: true }).click(); await page.getByRole('dialog').getByText('李晓').waitFor(); await page.getByRole('button', { name: '下一步：核对' }).click() } },
  { name: 'tasks-columns', as: 'approver.insurance', path: '/tasks?columns=due', act: page => page.getByRole('button', { name: '显示项' }).click() },
  { name: 'tasks-many', as: 'approver.insurance', path: '/tasks?tasks=10000', act: page => page.locator('.pane__rows').evaluate(list => { list.scrollTop = 400_000 }) },
  { name: 'tasks-views', as: 'approver.insurance', path: '/tasks', act: unfold },
  { name: 'tasks-view-save', as: 'approver.insurance', path: '/tasks?view=mine', act: async page => { await unfold(page); await page.getByRole('button', { name: '保存视图…' }).click(); await page.getByRole('button', { name: '保存', exact: true }).click() } },
  { name: 'tasks-view-change', as: 'approver.insurance', path: '/tasks', act: async page => { await unfold(page); await page.getByRole('button', { name: /^修改视图/ }).click() } },
  { name: 'tasks-view-deleted', as: 'approver.insurance', path: '/tasks', act: async page => { await unfold(page); await page.getByRole('button', { name: /^修改视图/ }).click(); await page.getByRole('button', { name: '删除视图' }).click(); await page.getByRole('button', { name: '撤销' }).waitFor() } },
  { name: 'tasks-keys', as: 'approver.insurance', path: '/tasks', act: page => page.keyboard.press('?') },
  { name: 'task-verbs', as: 'approver.insurance', path: '/tasks/101', act: async page => { await waitForForm(page); await page.getByRole('button', { name: '办理操作' }).click() } },
  { name: 'task-verbs-not-mine', as: 'approver.insurance', path: '/tasks/103', act: async page => { await waitForForm(page); await page.getByRole('button', { name: '办理操作' }).click() } },
  { name: 'task-transfer', as: 'approver.insurance', path: '/tasks/101', act: async page => { await verb(page, '转办'); await page.getByRole('dialog').getByText('李晓').waitFor(); await page.getByRole('dialog').getByRole('button', { name: '转办' }).click() } },
  { name: 'task-delegate', as: 'approver.insurance', path: '/tasks/101', act: page => verb(page, '委派') },
  { name: 'task-joint', as: 'approver.insurance', path: '/tasks/101', act: async page => { await verb(page, '会签'); await page.getByRole('dialog').getByText('李晓').click(); await page.getByRole('button', { name: '发出' }).click() } },
  { name: 'task-withdraw', as: 'approver.insurance', path: '/tasks/109', act: page => verb(page, '减签') },
  { name: 'task-return', as: 'approver.insurance', path: '/tasks/101', act: page => verb(page, '退回上一步或指定步') },
  { name: 'task-return-applicant', as: 'approver.insurance', path: '/tasks/101', act: page => verb(page, '退回申请人') },
  { name: 'task-supplement-notice', as: 'approver.insurance', path: '/tasks/101', act: async page => { await verb(page, '补正'); await page.getByRole('button', { name: '发出补正告知' }).click() } },
  { name: 'task-special', as: 'approver.insurance', path: '/tasks/101', act: async page => { await verb(page, '特别程序'); await page.getByRole('dialog').getByRole('columnheader', { name: '变更后' }).waitFor(); await page.getByRole('button', { name: '启动特别程序' }).click() } },
  { name: 'task-extension', as: 'approver.insurance', path: '/tasks/101', act: async page => { await verb(page, '延期'); await page.getByRole('dialog').getByRole('columnheader', { name: '变更后' }).waitFor(); await page.getByLabel('所需天数').fill('30'); await page.getByText('最多 10 天。').waitFor() } },
  { name: 'task-counsel', as: 'approver.insurance', path: '/tasks/109', act: waitForForm },
  { name: 'task-asked', as: 'approver.insurance', path: '/tasks/108', act: async page => { await waitForForm(page); await page.getByRole('button', { name: '提交答复' }).click() } },
  { name: 'task-return-straight', as: 'approver.insurance', path: '/tasks/101', act: async page => { await verb(page, '退回上一步或指定步'); await page.getByLabel(/^综窗审查/).check(); await page.getByLabel(/^直达/).check() } },
  { name: 'task-returned', as: 'approver.insurance', path: '/tasks/107', act: waitForForm },
  { name: 'task-copy', as: 'approver.insurance', path: '/tasks/101', act: async page => { await verb(page, '抄送'); await page.getByRole('dialog').getByText('李晓').click() } },
  { name: 'tasks-copied', as: 'approver.insurance', path: '/tasks/105?view=copied', act: waitForForm },
  { name: 'task-notes', as: 'approver.insurance', path: '/tasks/101', act: async page => { await waitForForm(page); await page.getByText('添加备注').scrollIntoViewIfNeeded() } },
  { name: 'task-talk', as: 'approver.insurance', path: '/tasks/101', act: async page => { await waitForForm(page); await page.getByRole('heading', { name: '申请人留言' }).scrollIntoViewIfNeeded() } },
  { name: 'task-ended', as: 'approver.insurance', path: '/tasks/90?view=done', act: async page => { await page.getByText('查看填写的内容').click(); await page.locator('.ended .fjs-form textarea').waitFor() } },
  { name: 'task-flow', as: 'approver.insurance', path: '/tasks/101?tab=flow', act: waitForDiagram },
  { name: 'task-outdone', as: 'approver.insurance', path: '/tasks/107', act: async page => { await waitForForm(page); await page.getByText('准予', { exact: true }).click(); await page.getByLabel('意见', { exact: true }).fill('符合条件'); await page.getByRole('button', { name: '提交办理意见' }).click(); await page.getByText('已办结果').waitFor() } },
  { name: 'tasks-empty', as: 'approver.insurance', path: '/tasks?q=zzz' },
  { name: 'cockpit', as: 'supervisor', path: '/cockpit' },
  { name: 'cockpit-wall-table', as: 'supervisor', path: '/cockpit?view=table' },
  { name: 'cockpit-wall-city', as: 'supervisor', path: '/cockpit?region=430100' },
  { name: 'cockpit-wall-figure', as: 'supervisor', path: '/cockpit?view=table', act: async page => { await page.getByRole('button', { name: /及时办结率/ }).first().click(); await page.getByRole('dialog').waitFor() } },
  { name: 'cockpit-board', as: 'supervisor', path: '/cockpit/board' },
  { name: 'cockpit-cases', as: 'supervisor', path: '/cockpit/cases' },
  { name: 'cockpit-case', as: 'supervisor', path: '/cockpit/cases/A4301002026022600000174', act: waitForDiagram },
  { name: 'cockpit-case-called', as: 'supervisor', path: '/cockpit/cases/A4301002026022600000174?instance=p-3', act: waitForDiagram },
  { name: 'cockpit-incidents', as: 'supervisor', path: '/cockpit/incidents' },
  { name: 'cockpit-operations', as: 'supervisor', path: '/cockpit/operations' },
  { name: 'cockpit-operation-modification', as: 'operator', path: '/cockpit/operations/new/modification?definition=item-handling:2:b', act: async page => { await waitForDiagram(page); await page.getByLabel('全选').check() } },
  { name: 'cockpit-operation-migration', as: 'operator', path: '/cockpit/operations/new/migration?definition=item-handling:2:b', act: waitForDiagram },
  { name: 'cockpit-operation-retry', as: 'operator', path: '/cockpit/operations/new/retry', act: page => page.getByLabel('全选').check() },
  { name: 'cockpit-operation-restart', as: 'operator', path: '/cockpit/operations/new/restart', act: async page => { await page.getByLabel('全选').check(); await page.getByLabel('从中间环节开始').check(); await waitForDiagram(page) } },
  { name: 'cockpit-operation-tried', as: 'operator', path: '/cockpit/operations/17' },
  { name: 'cockpit-operation-trying', as: 'operator', path: '/cockpit/operations/21' },
  { name: 'cockpit-operation-second', as: 'supervisor', path: '/cockpit/operations/19' },
  { name: 'cockpit-operation-running', as: 'operator', path: '/cockpit/operations/20' },
  { name: 'cockpit-operation-done', as: 'operator', path: '/cockpit/operations/16' },
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
  { name: 'cockpit-processes', as: 'supervisor', path: '/cockpit/processes' },
  { name: 'cockpit-processes-none', as: 'supervisor', path: '/cockpit/processes?q=zzz' },
  { name: 'cockpit-process', as: 'supervisor', path: '/cockpit/processes/item-handling', act: waitForDiagram },
  { name: 'cockpit-process-time', as: 'operator', path: '/cockpit/processes/item-handling?heat=time&exact=yes&element=awaitAnswer', act: waitForDiagram },
  { name: 'cockpit-process-bundle', as: 'supervisor', path: '/cockpit/processes/newborn?heat=waiting', act: waitForDiagram },
  { name: 'cockpit-process-quiet', as: 'supervisor', path: '/cockpit/processes/rating', act: waitForDiagram },
  { name: 'cockpit-process-keys', as: 'supervisor', path: '/cockpit/processes/newborn', act: async page => { await waitForDiagram(page); await page.keyboard.press('?'); await page.getByRole('dialog').waitFor() } },
  { name: 'cockpit-compare', as: 'supervisor', path: '/cockpit/processes/item-handling/compare?from=2&to=3&element=acceptCase1', act: async page => { await page.locator('.djs-shape').nth(20).waitFor() } },
  { name: 'cockpit-instance', as: 'operator', path: '/cockpit/instances/p-3', act: waitForDiagram },
  { name: 'cockpit-instance-ended', as: 'supervisor', path: '/cockpit/instances/p-7', act: waitForDiagram },
  { name: 'cockpit-incident-retry', as: 'supervisor', path: '/cockpit/incidents', act: async page => { await page.getByRole('button', { name: '重试' }).nth(1).click(); await page.getByRole('dialog').waitFor() } },
  { name: 'cockpit-incident-care', as: 'supervisor', path: '/cockpit/incidents', act: async page => { await page.getByRole('button', { name: '处理情况…' }).first().click(); await page.getByRole('dialog').getByRole('button', { name: '保存' }).click(); await page.getByText('请写明正在怎样处理。').waitFor() } },
  { name: 'cockpit-workers', as: 'supervisor', path: '/cockpit/workers' },
  { name: 'cockpit-workers-quiet', as: 'operator', path: '/cockpit/workers' },
  { name: 'cockpit-topic', as: 'operator', path: '/cockpit/workers/department-handoff' },
  { name: 'cockpit-topic-none', as: 'operator', path: '/cockpit/workers/license-lookup' },
  { name: 'cockpit-log', as: 'supervisor', path: '/cockpit/log' },
  { name: 'cockpit-log-none', as: 'supervisor', path: '/cockpit/log?who=zzz' },
  { name: 'cockpit-handoffs-department', as: 'supervisor', path: '/cockpit/handoffs?department=insurance' },
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
