import { waitFor } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { route, serve } from '@mocks/server'
import { pieces } from './marks'

beforeEach(() => { serve(allRoutes) })
afterEach(() => { vi.restoreAllMocks() })

describe('a highlight', () => {
  it('is texts, some of them met', () =>
    expect(pieces('上<em>户口</em>！')).toEqual([{ text: '上', met: false }, { text: '户口', met: true }, { text: '！', met: false }]))

  it('never becomes markup', async () => {
    expect(pieces('&lt;img src=x onerror=alert(1)&gt; &amp;amp; &#39;&#x2F;&quot;').map(each => each.text).join('')).toBe('<img src=x onerror=alert(1)> &amp; \'/"')
    serve([route('GET /api/search', () => ({ hits: [{ type: 'ITEM', key: 'A-1', name: '<img src=x>登记', highlight: '<img src=x><em>登记</em>' }], tookMs: 1 })), ...allRoutes])

    const { findByText, container } = await open('/search?q=登记', null)

    await findByText('<img src=x>', { exact: false })
    expect(container.querySelector('main li img')).toBeNull()
  })
})

describe('the search box', () => {
  it('tells how many suggestions there are and leads to the one chosen by keys', async () => {
    const { findByRole, getByRole, getAllByRole, user, router } = await open('/', null)
    const box = await findByRole('combobox')
    expect(box.getAttribute('aria-expanded')).toBe('false')

    await user.type(box, '娃刚出生')
    await waitFor(() => expect(getAllByRole('option')).toHaveLength(4))
    expect(box.getAttribute('aria-expanded')).toBe('true')
    expect(getAllByRole('status').map(each => each.textContent)).toContain('有 4 条建议，用上下方向键选择')

    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    const chosen = getByRole('option', { selected: true })
    expect(box.getAttribute('aria-activedescendant')).toBe(chosen.id)
    await user.keyboard('{Enter}')

    await waitFor(() => expect(router.currentRoute.value.path).toBe('/bundles/newborn'))
  })

  it('goes round: above the first is the input itself, then the last', async () => {
    const { findByRole, getByRole, getAllByRole, queryByRole, user } = await open('/', null)
    await user.type(await findByRole('combobox'), '出生')
    await waitFor(() => expect(getAllByRole('option')).toHaveLength(4))

    await user.keyboard('{ArrowUp}')
    expect(getByRole('option', { selected: true }).textContent).toContain('医保')
    await user.keyboard('{ArrowDown}')
    expect(queryByRole('option', { selected: true })).toBeNull()
  })

  it('closes by escape, keeps the words, and sends them by enter', async () => {
    const { findByRole, getAllByRole, queryAllByRole, user, router } = await open('/', null)
    const box = await findByRole('combobox') as HTMLInputElement
    await user.type(box, '出生')
    await waitFor(() => expect(getAllByRole('option')).toHaveLength(4))

    await user.keyboard('{Escape}')
    expect(queryAllByRole('option')).toHaveLength(0)
    expect(box.value).toBe('出生')
    await user.keyboard('{Enter}')

    await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/search?q=%E5%87%BA%E7%94%9F'))
  })

  it('asks once when typing pauses, and drops the older question', async () => {
    const asked: string[] = []
    serve([route('GET /api/search/suggestions', ({ query }) => { asked.push(query.get('q')!); return { hits: [], tookMs: 1 } }), ...allRoutes])
    const { findByRole, user } = await open('/', null)

    await user.type(await findByRole('combobox'), '户口注销')

    await waitFor(() => expect(asked.length).toBeGreaterThan(0))
    expect(asked).toEqual(['户口注销'])
  })

  it('shows nothing of an older question that is answered late', async () => {
    const waiting: Record<string, (found: unknown) => void> = {}
    serve([route('GET /api/search/suggestions', ({ query }) => new Promise(resolve => { waiting[query.get('q')!] = resolve })), ...allRoutes])
    const hit = (name: string) => ({ hits: [{ type: 'ITEM', key: name, name, highlight: name }], tookMs: 1 })
    const { findByRole, getAllByRole, user } = await open('/', null)
    const box = await findByRole('combobox')
    await user.type(box, '户口')
    await waitFor(() => expect(waiting['户口']).toBeDefined())
    await user.type(box, '注销')
    await waitFor(() => expect(waiting['户口注销']).toBeDefined())

    waiting['户口注销'](hit('户口注销'))
    await waitFor(() => expect(getAllByRole('option')).toHaveLength(1))
    waiting['户口'](hit('出生登记'))
    await new Promise(resolve => setTimeout(resolve, 50))

    expect(getAllByRole('option').map(each => each.textContent)).toEqual(['户口注销'])
  })
})

describe('the page of what was found', () => {
  it('keeps words and type in the address', async () => {
    const { findByText, getByLabelText, getAllByRole, user, router } = await open('/search?q=出生', null)
    await findByText('找到 4 项')

    await user.click(getByLabelText('一件事'))

    await findByText('找到 1 项')
    expect(router.currentRoute.value.query).toEqual({ q: '出生', type: 'BUNDLE' })
    expect(getAllByRole('link').some(link => link.getAttribute('href') === '/bundles/newborn')).toBe(true)
  })

  it('offers the categories where nothing was found', async () => {
    const { findByText, findByRole } = await open('/search?q=没有这件事', null)

    await findByText(/没有找到相符/)
    await findByRole('heading', { name: '按人生阶段和经营阶段查找' })
    await findByRole('link', { name: '查看全部事项' })
  })

  it('says so and lists plainly while the search is away', async () => {
    const { findByText, getAllByRole } = await open('/search?q=停机', null)

    await findByText('智能搜索暂时不可用，以下按目录顺序列出一件事和事项。')
    expect(getAllByRole('link').some(link => link.textContent === '新生儿出生一件事')).toBe(true)
  })
})
