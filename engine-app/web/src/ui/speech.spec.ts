import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { refuse } from '@mocks/fixtures/session'
import { route, serve } from '@mocks/server'
import { setElder } from '@/ui/elder'

class Utterance {
  lang = ''
  rate = 1
  voice: unknown = null
  onend?: () => void
  onerror?: () => void
  constructor(readonly text: string) {}
}
let said: Utterance[]
const cancel = vi.fn()
const withVoices = (...voices: { lang: string, localService: boolean }[]) => {
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
  vi.stubGlobal('speechSynthesis', { getVoices: () => voices, speak: (utterance: Utterance) => said.push(utterance), cancel })
}
const HUIHUI = { lang: 'zh-CN', localService: true }

beforeEach(() => {
  said = []
  setElder(true)
})
afterEach(() => {
  setElder(false)
  vi.unstubAllGlobals()
})

describe('reading aloud in 适老版', () => {
  it('reads a question with its help and its answers when asked, and what is wrong with it', async () => {
    withVoices({ lang: 'en-US', localService: true }, HUIHUI)
    const { findByRole, user } = await open('/bundles/newborn/guide', null)

    const question = await findByRole('button', { name: /^朗读宝宝的《出生医学证明》/ })
    expect(said).toEqual([])
    await user.click(question)
    expect(said.map(each => each.text)).toEqual(['宝宝的《出生医学证明》已经领到了吗？', '没有领到也可以办，我们会先请助产机构签发。', '是，否'])
    expect(said.every(each => each.lang === 'zh-CN' && each.voice === HUIHUI)).toBe(true)

    said.at(-1)!.onend!()
    said = []
    await user.click(await findByRole('button', { name: '查看要办的事项和材料' }))
    await user.click(await findByRole('button', { name: /^朗读宝宝的《出生医学证明》/ }))
    expect(said.map(each => each.text)).toContain('请选择：宝宝的《出生医学证明》已经领到了吗')
  })

  it('stops when pressed again, at its end, and when the page is left', async () => {
    withVoices(HUIHUI)
    const { findByRole, router, user } = await open('/bundles/newborn/guide', null)

    await user.click(await findByRole('button', { name: /^朗读本页/ }))
    await user.click(await findByRole('button', { name: /^停止朗读本页/ }))
    expect(cancel).toHaveBeenCalledTimes(1)

    await user.click(await findByRole('button', { name: /^朗读本页/ }))
    said.at(-1)!.onend!()
    await findByRole('button', { name: /^朗读本页/ })

    await user.click(await findByRole('button', { name: /^朗读本页/ }))
    await router.push('/ratings')
    expect(cancel).toHaveBeenCalledTimes(2)
  })

  it('reads what went wrong', async () => {
    withVoices(HUIHUI)
    serve([route('GET /api/bundles/:key', () => refuse(503, 'busy', '系统正忙。')), ...allRoutes])
    const { findByRole, user } = await open('/bundles/newborn/guide', null)

    await user.click(await findByRole('button', { name: '朗读出错提示' }))

    expect(said[0].text).toBe('系统正忙。')
  })

  it.each([
    ['has no speech', () => undefined],
    ['has no Chinese voice', () => withVoices({ lang: 'en-US', localService: true })],
    ['would send what it reads to somebody else', () => withVoices({ lang: 'zh-CN', localService: false })],
    ['is not in 适老版', () => { withVoices(HUIHUI); setElder(false) }],
  ])('is not offered where the browser %s', async (_, given) => {
    given()
    const { findByRole, queryByRole } = await open('/bundles/newborn/guide', null)

    await findByRole('button', { name: '查看要办的事项和材料' })
    expect(queryByRole('button', { name: /^朗读/ })).toBeNull()
  })
})
