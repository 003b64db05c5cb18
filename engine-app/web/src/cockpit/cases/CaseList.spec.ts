import userEvent from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { cases } from '@mocks/fixtures/cockpit'
import CaseList from './CaseList.vue'
import { shownRange } from './filters'

afterEach(cleanup)

async function opened(path: string) {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: CaseList }] })
  await router.push(path)
  render(CaseList, { global: { plugins: [router] } })
  return router
}

describe('the list of cases', () => {
  it('shows the rows that the address asks for', async () => {
    await opened('/cockpit/cases?light=RED')

    expect(await screen.findByRole('link', { name: cases[0].caseNo })).toBeTruthy()
    expect(screen.queryByRole('link', { name: cases[1].caseNo })).toBeNull()
  })

  it('writes a filter into the address and begins at the first page', async () => {
    const router = await opened('/cockpit/cases?page=2&light=RED')

    await userEvent.selectOptions(await screen.findByLabelText('时限'), 'YELLOW')

    await expect.poll(() => router.currentRoute.value.query).toEqual({ light: 'YELLOW' })
  })

  it('says that filters hide the rest, and clears them', async () => {
    const router = await opened('/cockpit/cases?q=nothing-like-it')

    expect(await screen.findByText(/筛选条件把其余的都隐藏了/)).toBeTruthy()
    await userEvent.click(screen.getAllByRole('button', { name: '清除筛选' })[0])
    await expect.poll(() => router.currentRoute.value.query).toEqual({})
    expect(await screen.findByRole('link', { name: cases[1].caseNo })).toBeTruthy()
  })

  it.each([[0, 0, { from: 0, to: 0, pages: 0 }], [0, 57, { from: 1, to: 20, pages: 3 }], [2, 57, { from: 41, to: 57, pages: 3 }]])(
    'page %i of %i rows is counted', (page, total, range) => expect(shownRange(page, total)).toEqual(range))
})
