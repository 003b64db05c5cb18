import { cleanup, screen } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import { table } from '@mocks/fixtures/supervision'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { route, serve } from '@mocks/server'
import { showFigure } from './figures'

afterEach(cleanup)

describe('the statistics', () => {
  it('open what a figure counts and the rows behind it', async () => {
    const { user } = await open('/cockpit/statistics', 'supervisor')

    await user.click(await screen.findByRole('button', { name: '长沙市 受理 812' }))

    expect(await screen.findByText('不含受理前终止的')).toBeTruthy()
    expect(await screen.findByText('出生登记（户口登记）')).toBeTruthy()
  })

  it('list of the province itself what is not its cities\', and of what has no item what has none', async () => {
    const asked: URLSearchParams[] = []
    const none = { key: '', name: '不涉及事项', figures: { ACCEPTED: 4 } }
    serve([
      route('GET /api/supervision/statistics/:figure/list', ({ query }) => { asked.push(query); return { items: [], total: 0, more: false, snapshotAt: null } }),
      route('GET /api/supervision/statistics', ({ query }) => (query.get('by') === 'ITEM' ? { ...table(), rows: [none] } : table())),
      ...allRoutes,
    ])
    const { user } = await open('/cockpit/statistics', 'supervisor')
    await user.click(await screen.findByRole('button', { name: '湖南省本级 受理 0' }))
    await expect.poll(() => asked.length).toBe(1)
    expect([asked[0].get('region'), asked[0].get('exact')]).toEqual(['430000', 'true'])
    expect(screen.queryByRole('button', { name: '湖南省本级' })).toBeNull()
    for (const [name, kind] of [['下载 Excel', 'xlsx'], ['下载 CSV', 'csv']]) expect(screen.getByText(name, { selector: 'header a' }).getAttribute('href')).toMatch(new RegExp(`^/api/supervision/statistics\\.${kind}\\?subject=CASE`))

    await user.click(document.querySelector('.modal__close')!)
    await user.selectOptions(screen.getByLabelText('按'), 'ITEM')
    await user.click(await screen.findByRole('button', { name: '不涉及事项 受理 4' }))
    await expect.poll(() => asked.length).toBe(2)
    expect(asked[1].get('item')).toBe('-')
  })

  it('keep how they are cut in the address', async () => {
    const { user, router } = await open('/cockpit/statistics', 'supervisor')

    await user.selectOptions(await screen.findByLabelText('按'), 'DEPARTMENT')

    await expect.poll(() => router.currentRoute.value.query.by).toBe('DEPARTMENT')
  })

  it('narrow to a department and an item that have figures', async () => {
    const { user, router } = await open('/cockpit/statistics', 'supervisor')

    await user.selectOptions(await screen.findByLabelText('部门'), await screen.findByRole('option', { name: '医保' }))
    await expect.poll(() => router.currentRoute.value.query.department).toBe('insurance')
    await user.selectOptions(await screen.findByLabelText('事项'), await screen.findByRole('option', { name: '城乡居民参保登记' }))

    await expect.poll(() => router.currentRoute.value.query).toMatchObject({ department: 'insurance', item: 'HN-0002' })
  })

  it('show nothing where there is nothing to divide by', () => {
    expect(showFigure('CLOSED_RATE', { CLOSED_RATE: null })).toBe('—')
    expect(showFigure('CLOSED_RATE', { CLOSED_RATE: 0.5 })).toBe('50%')
    expect(showFigure('AVERAGE_DAYS', { AVERAGE_DAYS: 4.25 })).toBe('4.3')
  })
})
