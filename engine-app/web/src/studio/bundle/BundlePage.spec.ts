import userEvent from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { refuse } from '@mocks/fixtures/session'
import { allRoutes } from '@mocks/routes'
import { route, serve } from '@mocks/server'
import BundlePage from './BundlePage.vue'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

async function opened(file = 'bundle.yaml') {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/studio/bundles/:key', component: BundlePage }, { path: '/:rest(.*)*', component: BundlePage }] })
  await router.push(`/studio/bundles/newborn?file=${file}`)
  render(BundlePage, { global: { plugins: [router] } })
  return { router, area: await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /bundle.yaml/ }, { timeout: 5000 }) }
}

const type = async (area: HTMLTextAreaElement, text: string) => { await userEvent.clear(area); await userEvent.type(area, text) }
const button = (name: string | RegExp) => screen.getByRole('button', { name, hidden: true })
const publish = async (note: string) => {
  await userEvent.click(button('发布…'))
  if (note) await userEvent.type(screen.getByLabelText(/这一版改了什么/), note)
  await userEvent.click(button('发布'))
}

describe('the page of a bundle', () => {
  it('marks what is not published yet, and takes it back after a yes', async () => {
    const { area } = await opened()
    await type(area, 'key: x')

    expect(screen.getByText('1 个文件尚未发布')).toBeTruthy()
    await userEvent.click(button('放弃修改'))
    await userEvent.click((await screen.findAllByRole('button', { name: '放弃修改', hidden: true })).at(-1)!)

    expect(await screen.findByText('没有修改')).toBeTruthy()
    expect((screen.getByRole('textbox', { name: /bundle.yaml/ }) as HTMLTextAreaElement).value).toContain('key: newborn')
  })

  it('checks on Ctrl+Shift+L, and a finding leads to its element', async () => {
    const { area } = await opened()
    await userEvent.keyboard('{Control>}{Shift>}L{/Shift}{/Control}')

    await userEvent.click(await screen.findByRole('button', { name: /它不会被办理/ }))

    await expect.poll(() => area.value.slice(area.selectionStart, area.selectionEnd)).toBe('birthRegistration')
  })

  it('cannot publish nothing, nor without a note', async () => {
    const { area } = await opened()
    expect((button('发布…') as HTMLButtonElement).disabled).toBe(true)

    await type(area, 'key: x')
    await publish('')

    expect(screen.getAllByText('请写明这一版改了什么').length).toBeGreaterThan(0)
  })

  it('publishes, says what that means, and forgets the draft', async () => {
    const { area } = await opened()
    await type(area, 'key: x')
    await publish('试一试')

    expect(await screen.findByText(/第 8 版已发布/)).toBeTruthy()
    expect(localStorage.length).toBe(0)
  })

  it('keeps the draft when somebody was faster, and says who', async () => {
    const { area } = await opened()
    serve([route('POST /api/studio/bundles/:key/editions', () => refuse(409, 'edition-outdated', '苏文 在您编辑期间发布了第 8 版。')), ...allRoutes])
    await type(area, 'key: x')
    await publish('试一试')

    expect((await screen.findByRole('alert', { hidden: true })).textContent).toContain('苏文 在您编辑期间发布了第 8 版')
    await userEvent.click(button('载入新版，保留我的修改'))
    await expect.poll(() => screen.queryByText('1 个文件尚未发布')).toBeTruthy()
  })

  it('begins a new file in keeping with the conventions', async () => {
    await opened()
    await userEvent.click(button('新建文件'))
    await userEvent.click(button('新建'))
    expect(screen.getByText('请填写中文名称')).toBeTruthy()

    await userEvent.click(screen.getByLabelText('表单'))
    await userEvent.type(screen.getByLabelText(/中文名称/), '回访')
    await userEvent.type(screen.getByLabelText(/文件编号/), 'follow-up')
    await userEvent.click(button('新建'))

    expect(await screen.findByText('follow-up.form')).toBeTruthy()
    expect(screen.getByText('新增')).toBeTruthy()
  })
})
