import { describe, expect, it } from 'vitest'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { route, serve } from '@mocks/server'

const state = { answers: true, external: false, entries: 38, waiting: 0 }

describe('the search index', () => {
  it('shows how far a rebuild is', async () => {
    serve(allRoutes)
    const { findByText, getByRole } = await open('/cockpit/search', 'operator')

    await findByText('已处理 1400 / 2339 项')
    expect((getByRole('progressbar', { name: '重建进度' }) as HTMLProgressElement).value).toBe(1400)
  })

  it('is rebuilt for a reason', async () => {
    let reason = ''
    serve([route('GET /api/search/index', () => ({ state, rebuilds: [] })), route('POST /api/search/index/rebuilds', ({ body }: { body: { reason: string } }) => { reason = body.reason; return { id: 1 } }), ...allRoutes])
    const { findByRole, getByLabelText, user } = await open('/cockpit/search', 'operator')
    const button = await findByRole('button', { name: '重建索引' }) as HTMLButtonElement
    expect(button.disabled).toBe(true)

    await user.type(getByLabelText(/原因/), '核对')
    await user.click(button)

    expect(reason).toBe('核对')
  })

  it('is no room for supervisors', async () => {
    serve(allRoutes)
    const { router } = await open('/cockpit/search', 'supervisor')

    expect(router.currentRoute.value.path).toBe('/no-entry')
  })
})
