import userEvent from '@testing-library/user-event'
import { render, screen, within } from '@testing-library/vue'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { allRoutes } from '@mocks/routes'
import { route, serve } from '@mocks/server'
import { routes } from '../routes'
import CatalogueList from './CatalogueList.vue'
import ImportPage from './ImportPage.vue'
import ItemPage from './ItemPage.vue'

const studio = '/api/studio/catalogue'

async function opened(page: typeof CatalogueList | typeof ImportPage | typeof ItemPage, path: string) {
  const router = createRouter({ history: createMemoryHistory(), routes: [...routes, { path: '/:rest(.*)*', component: CatalogueList }] })
  await router.push(path)
  render(page, { global: { plugins: [router] } })
  return router
}

describe('the list of items', () => {
  it('keeps what was searched for in the address', async () => {
    const router = await opened(CatalogueList, '/studio/catalogue')
    await screen.findByText('食品经营许可新办')

    await userEvent.type(screen.getByLabelText('查找事项'), '公章{Enter}')

    await expect.poll(() => router.currentRoute.value.query.q).toBe('公章')
    expect(await screen.findByText('公章刻制备案')).toBeTruthy()
    expect(screen.getByRole('link', { name: '导出 XLSX' }).getAttribute('href')).toContain(`q=${encodeURIComponent('公章')}`)
  })
})

describe('the page of an item', () => {
  it('asks for a reason before an edition is suspended, and sends it', async () => {
    let sent: unknown
    serve([route(`POST ${studio}/items/:code/editions/:edition/status`, ({ params, body }) => { sent = { ...params, ...(body as object) } }), ...allRoutes])
    await opened(ItemPage, '/studio/catalogue/items/HN-SC-0601?tab=editions&region=430100')
    await userEvent.click((await screen.findAllByRole('button', { name: '暂停' }))[0])
    const dialog = within(await screen.findByRole('dialog', { hidden: true }))

    await userEvent.click(dialog.getByRole('button', { name: '暂停', hidden: true }))
    expect(dialog.getByText('请写明原因')).toBeTruthy()
    expect(sent).toBeUndefined()

    await userEvent.type(dialog.getByLabelText('原因'), '系统升级')
    await userEvent.click(dialog.getByRole('button', { name: '暂停', hidden: true }))
    await expect.poll(() => sent).toEqual({ code: 'HN-SC-0601', edition: '3', status: 'SUSPENDED', reason: '系统升级' })
  })

  it('saves of its own only what was said, and shows a fault at its field', async () => {
    let sent: { elements: object, basedOn: number } | undefined
    serve([route(`PUT ${studio}/items/:code/overlays/:region`, ({ body }) => { sent = body; return { edition: 2 } }), ...allRoutes])
    await opened(ItemPage, '/studio/catalogue/items/HN-SC-0601?tab=own&region=430100')
    const promised = await screen.findByLabelText('承诺办结时限')

    await userEvent.clear(promised)
    await userEvent.type(promised, '9')
    await userEvent.click(screen.getByRole('button', { name: '保存本地要素' }))
    expect(await screen.findByText(/只能比上级更少/)).toBeTruthy()
    expect(sent).toBeUndefined()

    await userEvent.clear(promised)
    await userEvent.clear(screen.getByLabelText('办理地点'))
    await userEvent.click(screen.getByRole('button', { name: '保存本地要素' }))
    await expect.poll(() => sent).toMatchObject({ basedOn: 1, elements: { materials: [{ name: '油烟净化设施说明' }] } })
    expect(Object.keys(sent!.elements)).toEqual(['materials'])
  })
})

describe('an import', () => {
  it('says what is wrong where, and loads the right rows only when asked to', async () => {
    let sent: unknown
    serve([route(`POST ${studio}/imports/:id/load`, ({ body }) => { sent = body; return {} }), ...allRoutes])
    await opened(ImportPage, '/studio/catalogue/import/i-1')

    expect(await screen.findByText('承诺办结时限（15）不能长于法定办结时限（10）。')).toBeTruthy()
    expect(screen.getByText('申请材料 第 12 行 必要性')).toBeTruthy()
    expect(sent).toBeUndefined()

    await userEvent.click(screen.getByRole('button', { name: '只加载正确的 3 个' }))
    await expect.poll(() => sent).toEqual({ leaveOutWrong: true })
  })
})
