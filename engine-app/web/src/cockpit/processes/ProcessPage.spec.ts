import { cleanup, screen, waitFor, within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { people } from '@mocks/fixtures/session'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { serve } from '@mocks/server'
import { session } from '@/session'

/** The picture needs a browser that draws; screens.spec.ts looks at it. */
vi.mock('bpmn-js/lib/NavigatedViewer', () => ({ default: class {
  importXML() { return Promise.resolve() }
  on() {}
  destroy() {}
  get() { return { zoom: () => 1, forEach: () => {}, get: () => undefined, clear: () => {} } }
} }))

beforeEach(() => serve(allRoutes))
afterEach(cleanup)

describe('a process', () => {
  it('turns its editions by key and keeps them in the address', async () => {
    const { user, router } = await open('/cockpit/processes/item-handling', 'supervisor')
    await screen.findByRole('button', { name: '等待部门答复' })

    await user.keyboard('[[')
    await waitFor(() => expect(router.currentRoute.value.query.version).toBe('2'))
    await user.keyboard(']')
    await waitFor(() => expect(router.currentRoute.value.query.version).toBe('3'))
  })

  it('goes to the next incident and lists what waits there', async () => {
    const { user, router } = await open('/cockpit/processes/item-handling', 'supervisor')
    await screen.findByRole('button', { name: '部门流转' })

    await user.keyboard('i')

    await waitFor(() => expect(router.currentRoute.value.query.element).toBe('handOver'))
    const list = await screen.findByRole('region', { name: '停留在“部门流转”的办件' })
    expect(within(list).getAllByRole('link', { name: /查看实例/ })[0].getAttribute('href')).toBe('/cockpit/instances/p-2')
  })

  it('sorts the table and says which way', async () => {
    const { user } = await open('/cockpit/processes/item-handling', 'supervisor')
    const table = await screen.findByRole('table')
    const first = () => within(table).getAllByRole('row')[1].textContent

    expect(first()).toContain('等待部门答复')
    await user.click(within(table).getByRole('button', { name: /^环节/ }))
    expect(within(table).getAllByRole('columnheader')[0].getAttribute('aria-sort')).toBe('ascending')
    expect(first()).not.toContain('等待部门答复')
  })

  it('offers the batch centre to operators only', async () => {
    const { router } = await open('/cockpit/processes/item-handling?version=2', 'supervisor')
    await screen.findByRole('link', { name: '比较版本' })
    expect(screen.queryByRole('link', { name: '迁移到新版…' })).toBeNull()

    session.person = people.operator
    await router.push('/cockpit/processes/item-handling?version=1')
    await router.push('/cockpit/processes/item-handling?version=2')

    expect((await screen.findByRole('link', { name: '迁移到新版…' })).getAttribute('href')).toContain('/cockpit/operations/new/migration?definition=item-handling:2')
  })
})
