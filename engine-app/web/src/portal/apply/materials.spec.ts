import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { route, serve } from '@mocks/server'
import type { Answers, PaperReading, ReadField } from '../api'

beforeEach(() => sessionStorage.clear())

const photo = (name: string) => new File(['picture'], name, { type: 'image/png' })
const name: ReadField = { key: 'childName', label: '新生儿姓名', value: '周一偌', confidence: 0.52, answer: 'childName', words: null, stated: null }
const read: PaperReading = { state: 'READ', problem: null, fields: [name] }

/** The materials of a draft whose certificate has just come in and was read. */
async function withCertificate() {
  const saved: Answers[] = []
  const stated: Record<string, string>[] = []
  serve([
    route('GET /api/drafts/:id/documents/:document/reading', () => read),
    route('PUT /api/drafts/:id/documents/:document/reading', ({ body }) => {
      const { fields } = body as { fields: Record<string, string> }
      stated.push(fields)
      return { ...read, fields: [{ ...name, stated: fields.childName || null }] }
    }),
    route('PUT /api/drafts/:id', ({ body }) => {
      const sent = body as { answers: Answers, items: string[], revision: number }
      saved.push(sent.answers)
      return { id: 'd-1', bundle: 'newborn', bundleName: '新生儿出生一件事', region: '430100', documents: [], savedAt: '2026-03-02T01:12:00Z', ...sent, revision: sent.revision + 1 }
    }),
    ...allRoutes,
  ])
  const screen = await open('/apply/d-1/materials')
  await screen.user.upload((await screen.findAllByLabelText(/^(选择文件|换一个文件).*出生医学证明/))[0], photo('证明.png'))
  await screen.findByText('有 1 处与您填写的不一致，请核对')
  return { ...screen, saved, stated }
}

describe('a paper that was read', () => {
  it('gives what it says to the form', async () => {
    const { user, findByRole, findByText, saved } = await withCertificate()
    await user.click(await findByRole('button', { name: '改为材料上的内容新生儿姓名' }))
    await findByText('已自动识别，与您填写的一致')
    await waitFor(() => expect(saved.at(-1)?.childName).toBe('周一偌'), { timeout: 4000 })
  })

  it('is corrected where it was read wrongly', async () => {
    const { user, findByRole, findByLabelText, findByText, stated } = await withCertificate()
    await user.click(await findByRole('button', { name: '识别有误新生儿姓名' }))
    const field = await findByLabelText('材料上的新生儿姓名')
    await user.clear(field)
    await user.type(field, '周一诺')
    await user.click(await findByRole('button', { name: '保存更正' }))
    await findByText('由您更正，原识别为“周一偌”')
    expect(stated).toEqual([{ childName: '周一诺' }])
  })
})

describe('several photographs', () => {
  it('travel together as one paper', async () => {
    const sent: string[][] = []
    serve([
      route('POST /api/drafts/:id/documents', ({ form }) => {
        sent.push((form!.getAll('file') as File[]).map(file => file.name))
        return { id: 'doc-9', name: '出生医学证明.pdf', size: 9, type: 'application/pdf' }
      }),
      ...allRoutes,
    ])
    const { user, findAllByLabelText } = await open('/apply/d-1/materials')
    await user.upload((await findAllByLabelText(/^(选择文件|换一个文件).*出生医学证明/))[0], [photo('一.png'), photo('二.png')])
    await waitFor(() => expect(sent).toEqual([['一.png', '二.png']]))
  })
})
