import { describe, expect, it } from 'vitest'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { Refused, route, serve } from '@mocks/server'

const unfold = (summary: HTMLElement) => {
  const details = summary.closest('details') as HTMLDetailsElement
  details.open = true
  details.dispatchEvent(new Event('toggle'))
}

describe('why a case is due on its day', () => {
  it('is told run by run, with whose time it was', async () => {
    const { findByText, findAllByText } = await open('/tasks/102?tab=clock', 'approver.insurance')

    unfold((await findAllByText('为什么是这一天'))[0])

    await findAllByText('3月7日（周六）至 3月8日（周日）是周末，不计。')
    await findByText('接口中断（推送部门办理）')
    await findByText('（异常编号 e5d1f0c2）')
  })

  it('is told for each link of the item too', async () => {
    const { findByText, findAllByText } = await open('/tasks/102?tab=clock', 'approver.insurance')
    await findByText(/审查（环节时限 3 个工作日），2026年3月9日 17:00 到期/)

    unfold((await findAllByText('为什么是这一天'))[0])

    unfold(await findByText('“审查”为什么是这一天'))
    await findByText('累计满 3 个工作日，于 2026年3月9日（周一）17:00 到期；超过 1 秒即算超期。')
    await findByText(/2026年3月2日 10:01 完成/)
  })

  it('shows an applicant the link their case is in', async () => {
    const { findByText } = await open('/applications/A43010020260302004711830', 'chen.jing')

    await findByText(/核对出生登记信息（环节时限 3 个工作日），2026年3月5日 10:01 到期/)
  })

  it('says what is wrong where it cannot be told', async () => {
    serve([route('GET /api/cases/:no/clock', () => { throw new Refused(422, 'calendar-missing', '没有 2030 年的工作日历，请先发布该年度的放假安排。') }), ...allRoutes])
    const { findAllByText, findByText } = await open('/applications/A43010020260302004711830', 'chen.jing')

    unfold((await findAllByText('为什么是这一天'))[0])

    expect(await findByText(/没有 2030 年的工作日历/)).toBeTruthy()
  })
})
