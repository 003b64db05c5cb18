import { within } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { deskNow, resetDesk } from '@mocks/fixtures/hall'
import { tellChanged } from '@mocks/events'
import { open } from '@mocks/open'

const dialog = () => within(document.querySelector('dialog')!)

describe('排队叫号', () => {
  beforeEach(resetDesk)

  it('is worked by keys from one ticket to the next', async () => {
    const { findByText, findByRole, user, router } = await open('/tasks/queue', 'clerk')
    const mine = within(await findByRole('region', { name: '2 号窗口：综合受理' }))
    mine.getByText('A013')

    await user.keyboard('n')
    expect(deskNow().current?.no).toBe('A013')
    await user.keyboard('c')
    await mine.findByText(/已呼叫 2 次/)
    await user.keyboard('m')
    await mine.findByText('等候您叫号：5 人')
    await user.keyboard('n')
    await mine.findByText('A018')
    await user.keyboard('s')

    await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/tasks/window?ticket=t-A018'), { timeout: 15_000 })
    await findByText('A018')
    expect(deskNow().current?.state).toBe('SERVING')
    await user.click(await findByText('办完'))
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/tasks/queue'))
    expect(deskNow().current).toBeNull()
  })

  it('hands a ticket on to a window where somebody sits', async () => {
    const { findByRole, findByText, user } = await open('/tasks/queue', 'clerk')
    await findByRole('region', { name: '2 号窗口：综合受理' })

    await user.keyboard('t')
    expect(dialog().getAllByRole('radio', { hidden: true })).toHaveLength(3)
    await user.click(dialog().getByLabelText(/^4 号窗口/))
    await user.click(dialog().getByText('转其他窗口'))

    await findByText('转 4 号窗口')
  })

  it('calls back who was missed, and hears of changes by itself', async () => {
    const { findByRole, findByText, user } = await open('/tasks/queue', 'clerk')
    await findByRole('region', { name: '2 号窗口：综合受理' })
    await user.keyboard('m')
    await user.click(await findByRole('button', { name: /召回\s*A009/ }))
    expect(deskNow().current?.no).toBe('A009')

    deskNow().waiting.push({ ...deskNow().waiting[0], id: 't-new', no: 'A099' })
    tellChanged()
    await findByText('A099')
  })

  it('gives a ticket out at the guidance desk and shows the keys', async () => {
    const { findByRole, findByText, findByLabelText, user } = await open('/tasks/queue', 'clerk')
    const guide = within(await findByRole('region', { name: '导办台' }))

    await user.selectOptions(await findByLabelText(/^优先理由/), 'ELDER')
    await user.click(guide.getByRole('button', { name: '取号' }))
    await guide.findByText(/前面还有 5 位/)
    await user.click(await findByRole('button', { name: '快捷键' }))
    await findByText('呼叫下一位', { selector: 'dd' })
  })
})

describe('上门服务', () => {
  it('goes from the agreed hour to its end, and says what is missing', async () => {
    const { findByRole, findByText, findByLabelText, user } = await open('/tasks/visits', 'clerk')

    await user.click(await findByRole('button', { name: /陈\*\*/ }))
    await findByText('韶山北路 8 号 3 栋 502', { exact: false })
    await user.click(await findByRole('button', { name: '出发' }))
    await findByText('已出发', { selector: 'section *' })
    await user.click(await findByRole('button', { name: '不能办理' }))
    await findByText('请写明为什么不能上门办理，以及本人可以怎么办。')
    await user.type(await findByLabelText(/^结果或者不能办理的原因/), '优待证已代为申报')
    await user.click(await findByRole('button', { name: '办完' }))

    await vi.waitFor(async () => expect((await findByRole('button', { name: /陈\*\*/ })).textContent).toContain('已办完'))
  })
})
