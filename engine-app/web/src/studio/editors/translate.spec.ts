import { describe, expect, it } from 'vitest'
import bpmn from '../words/bpmn.json'
import dmn from '../words/dmn.json'
import form from '../words/form.json'
import properties from '../words/properties.json'
import { delayed, freeId } from './editor'
import { allowedAppends, allowedGroups, allowedReplacements, allowedTools } from './restricted'
import { lowered, translated, translateElements } from './translate'

describe('the words of the designers', () => {
  it.each([['Call Activity', '调用流程'], ['call activity', '调用流程'], ['User task', '人工任务']])('%s is %s, however it is written', (text, word) => {
    expect(translated(lowered(bpmn), text)).toBe(word)
  })

  it('fills in what a sentence leaves open', () => {
    expect(translated(lowered(properties), '{label} must not be empty.', { label: '表单编号' })).toBe('请填写“表单编号”。')
    expect(translated({}, 'List contains {n} items', { n: 2 })).toBe('List contains 2 items')
  })

  it.each(Object.entries({ bpmn, properties, dmn, form }))('%s says nothing in English only', (_, words) => {
    const kept = Object.entries(words).filter(([, word]) => !/\p{Script=Han}/u.test(word))

    expect(kept).toEqual([])
  })

  it('replaces labels of the form designer where they appear, and leaves an author’s words alone', async () => {
    const root = document.createElement('div')
    const stop = translateElements(root, form)
    root.innerHTML = '<span>Text field</span><p title="Delete item">Text field of my own</p>'

    await expect.poll(() => root.querySelector('span')!.textContent).toBe('单行文字')
    expect(root.querySelector('p')!.title).toBe('删除')
    expect(root.querySelector('p')!.textContent).toBe('Text field of my own')
    stop()
  })
})

describe('what the designer offers', () => {
  const all = (...names: string[]) => Object.fromEntries(names.map(name => [name, {}]))

  it('leaves out tools for what the conventions do not know', () => {
    expect(Object.keys(allowedTools(all('create.task', 'create.participant-expanded', 'create.data-store')))).toEqual(['create.task'])
  })

  it.each(['replace-with-script-task', 'replace-with-send-task', 'replace-with-signal-start', 'toggle-parallel-mi', 'replace-with-complex-gateway'])('does not offer %s', name => {
    expect(allowedReplacements(all(name, 'replace-with-user-task'))).toEqual(all('replace-with-user-task'))
  })

  it.each(['replace-with-rule-task', 'replace-with-call-activity', 'replace-with-receive-task', 'replace-with-terminate-end', 'replace-with-timer-intermediate-catch', 'replace-with-default-flow', 'replace-with-conditional-flow', 'replace-with-exclusive-gateway'])('offers %s', name => {
    expect(allowedReplacements(all(name))).toEqual(all(name))
  })

  it('appends no signals', () => {
    expect(Object.keys(allowedAppends(all('append.append-task', 'append.signal-intermediate-event')))).toEqual(['append.append-task'])
  })

  it('shows no listeners and no assignee, but what a template asks', () => {
    const groups = [
      { id: 'general', entries: [{ id: 'name' }] },
      { id: 'CamundaPlatform__ExecutionListener', entries: [] },
      { id: 'CamundaPlatform__UserAssignment', entries: [{ id: 'assignee' }, { id: 'candidateGroups' }] },
      { id: 'ElementTemplates__CustomProperties' },
    ]

    expect(allowedGroups(groups)).toEqual([groups[0], { id: 'CamundaPlatform__UserAssignment', entries: [{ id: 'candidateGroups' }] }, groups[3]])
  })
})

describe('saving after a pause', () => {
  it('saves once however often it was asked, and at once when it must', async () => {
    let saved = 0
    const save = delayed(() => { saved++ }, 60_000)
    save.soon()
    save.soon()

    await save.now()
    await save.now()

    expect(saved).toBe(1)
  })
})

describe('the id of a new element', () => {
  it.each([[[], 'notifyApplicant'], [['notifyApplicant'], 'notifyApplicant2'], [['notifyApplicant', 'notifyApplicant2'], 'notifyApplicant3']])('where %j is taken is %s', (taken, id) => {
    expect(freeId('notify-applicant', one => taken.includes(one as never))).toBe(id)
  })
})
