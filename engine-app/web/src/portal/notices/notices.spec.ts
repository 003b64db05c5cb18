import { beforeEach, describe, expect, it } from 'vitest'
import { dialog } from '@mocks/dialog'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { route, serve } from '@mocks/server'

const NO = 'N4301022026030200471183'
let sent: FormData[] = []
beforeEach(() => {
  sent = []
  serve([
    route('GET /api/public-notices/:no/objections', ({ params }) => (params.no === NO ? sent.map(each => ({ text: String(each.get('text')), evidence: '欠薪证明.png', state: 'RECEIVED', stateLabel: '待核实', raisedAt: '2026-03-04T02:00:00Z', reason: null, settledAt: null })) : undefined) ?? [{ text: '居住地不符', evidence: null, state: 'REJECTED', stateLabel: '异议不成立', raisedAt: '2026-02-04T02:00:00Z', reason: '申请人户籍和居住地均在本乡镇', settledAt: '2026-02-05T02:00:00Z' }]),
    route('POST /api/public-notices/:no/objections', ({ form }) => { sent.push(form!) }),
    ...allRoutes,
  ])
})

describe('the public notices', () => {
  it('are read without signing in, narrowed to those that stand', async () => {
    const { findByRole, findByText, getByRole, queryByRole, user } = await open('/notices', null)

    await findByText('还剩 8 天')
    getByRole('link', { name: '关于“残疾人两项补贴”的公示' })
    await user.click(getByRole('checkbox', { name: '只看公示中的' }))
    await expect.poll(() => queryByRole('link', { name: '关于“残疾人两项补贴”的公示' })).toBeNull()
    await user.click(await findByRole('link', { name: '关于“企业注销登记”的公示' }))

    await findByRole('link', { name: '登录后提出异议' })
  })

  it('are objected to once, with evidence and after a confirmation', async () => {
    const { findByLabelText, findByText, findAllByText, getByLabelText, getByRole, queryByRole, user } = await open(`/notices/${NO}`)

    await user.type(await findByLabelText(/^异议的事实和理由/), '该企业尚有未结清的工资')
    await user.upload(getByLabelText(/^选择文件/), new File(['x'], '欠薪证明.png', { type: 'image/png' }))
    await user.click(getByRole('button', { name: '提交异议' }))
    const question = await dialog()
    question.getByText(/每人对一份公示只能提出一次/)
    expect(sent).toEqual([])
    await user.click(question.getByText('确认提交'))

    await findByText('待核实')
    await findAllByText(/异议已收到/)
    await findByText(/已提交证据：欠薪证明.png/)
    expect([sent[0].get('text'), (sent[0].get('file') as File).name]).toEqual(['该企业尚有未结清的工资', '欠薪证明.png'])
    expect(queryByRole('button', { name: '提交异议' })).toBeNull()
  })

  it('tell what became of an objection', async () => {
    const { findByText, queryByRole } = await open('/notices/N4301042026020200471191')

    await findByText(/户籍和居住地均在本乡镇/)
    await findByText('异议不成立')
    expect(queryByRole('button', { name: '提交异议' })).toBeNull()
  })

  it('are linked from the case they belong to and from the foot of every page', async () => {
    const { findByRole, getByRole } = await open('/applications/A43010020260302004711830')

    expect((await findByRole('link', { name: '查看公示和异议期限' })).getAttribute('href')).toBe(`/notices/${NO}`)
    expect(getByRole('link', { name: '公示公告' }).getAttribute('href')).toBe('/notices')
  })
})
