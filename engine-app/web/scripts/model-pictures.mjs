// Draws every process and decision of the repository into docs/models/, with an index page in the models' own words.
// node scripts/model-pictures.mjs [folder] — the default folder is docs/models; CHROMIUM names another browser.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const web = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const root = resolve(web, '../..')
const target = resolve(process.argv[2] ?? join(root, 'docs/models'))
const browsers = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]

// The pictures are for people: words instead of the notation's, no data types.
const PLAIN = {
  When: '当', And: '且', Then: '则', Annotations: '依据', 'Hit policy:': '命中方式：', Unique: '唯一命中', First: '取第一条',
  Collect: '全部列出', true: '是', false: '否', string: '', boolean: '', integer: '', long: '', double: '', date: '',
  accept: '通过', review: '人工审查', supplement: '要求补正', grant: '准予', deny: '不予', BLUE: '蓝灯（预警）', YELLOW: '黄牌',
  RED: '红牌', PROMISED: '承诺时限', STATUTORY: '法定时限', CASE: '办件', SPECIAL_PROCEDURE: '特别程序', LICENSE_ISSUE: '出证',
  EARLIER: '首接负责人所在单位', OWN: '受理地单位', LEAST_LOADED: '全市正在办公、待办最少的单位', NATIVE: '本平台审查', PUSH: '推送部门',
  CHECK: '数据核验即办', DATA: '部门核验数据', LICENSE: '电子证照', NONE: '不能免', handlingReason: '办理规则写明的理由', PROVINCE: '省级', CITY: '市级', COUNTY: '县级', TOWNSHIP: '乡镇级', VILLAGE: '村级',
  ONLINE_PREACCEPTANCE: '网上预受理', CONSULTATION: '咨询', COMPLAINT: '投诉', health: '卫生健康', police: '公安',
  LINK: '环节', BUNDLE: '整件事', DEFERRED_MATERIAL: '容缺补交',
  COMMITMENT: '承诺核查', CARD_FEEDBACK: '牌的反馈', RATING_CONTACT: '差评首次联系', RATING_RECTIFY: '差评整改', RATING_RECTIFY_AGAIN: '差评重新整改',
  WORK_ORDER: '热线工单', WORK_ORDER_RETURN: '工单退回', AUTOMATIC: '自动发出', MANUAL: '人工确认', insurance: '医疗保障', 'human-resources': '人力资源社会保障', tax: '税务', district: '属地区县',
  'line-office': '热线办定责', 'medical-insurance': '医保', household: '户籍身份证', 'social-security': '社保就业',
  'health-service': '就医接种', taxation: '税费',
}
const TABLE_STYLE = `
  #canvas { padding: 12px; box-sizing: border-box }
  .view-drd { display: none !important }
  .dmn-decision-table-container, .tjs-container { overflow: visible !important; height: auto !important }
  .dmn-decision-table-container { padding-bottom: 44px !important }
  .tjs-table { table-layout: auto !important; width: max-content !important }
  .tjs-table th, .tjs-table td { width: auto !important; min-width: 48px; max-width: 330px; white-space: normal !important }
`

function models(folder, ending) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['src', 'target'].includes(entry.name) && !entry.name.startsWith('.'))
    .flatMap(({ name: bundle }) =>
      readdirSync(join(root, folder, bundle))
        .filter((file) => file.endsWith(ending))
        .map((file) => ({
          bundle,
          key: file.slice(0, -ending.length),
          source: `${folder}/${bundle}/${file}`,
          xml: readFileSync(join(root, folder, bundle, file), 'utf8'),
        })),
    )
    .sort((a, b) => a.source.localeCompare(b.source))
}

/** What a bundle's decisions mean by their words: its items and materials, and the answers to its questions. */
function names(bundle) {
  const read = (...path) => (existsSync(join(root, ...path)) ? readFileSync(join(root, ...path), 'utf8') : '')
  const items = read('processes', bundle, 'items.yaml')
  const catalogue = read('engine-app/src/main/resources/catalogue/items.yaml')
  const found = {}
  for (const [, key, name] of `${catalogue}\n${items}`.matchAll(/\{key: ([\w-]+), name: ([^,}]+)/g)) found[key] = name
  for (const [, value, label] of read('forms', bundle, `${bundle}.form`).matchAll(/"value": "([^"]+)",\s*"label": "([^"]+)"/g)) {
    if (!['true', 'false'].includes(value)) found[value] = label
  }
  for (const [, code, variable] of read('processes', bundle, 'bundle.yaml').matchAll(/\{code: ([\w-]+), variable: (\w+)/g)) {
    found[variable] = new RegExp(`code: ${code},?\\s+name: ([^,}\\n]+)`).exec(items)?.[1] ?? variable
  }
  return found
}

function words(xml, element) {
  const unescaped = (text) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const opening = new RegExp(`<(?:bpmn:)?${element} [^>]*name="([^"]*)"`).exec(xml)
  const purpose = /<(?:bpmn:documentation|description)>([^<]*)</.exec(xml)
  return { name: unescaped(opening?.[1] ?? ''), purpose: unescaped(purpose?.[1] ?? '') }
}

async function page(context, script, styles) {
  const sheet = await context.newPage()
  await sheet.setContent('<body style="margin:0;background:#fff"><div id="canvas"></div></body>')
  for (const style of styles) await sheet.addStyleTag({ path: join(web, 'node_modules', style) })
  await sheet.addScriptTag({ path: join(web, 'node_modules', script) })
  return sheet
}

async function processes(context) {
  const sheet = await page(context, 'bpmn-js/dist/bpmn-viewer.production.min.js', [
    'bpmn-js/dist/assets/diagram-js.css', 'bpmn-js/dist/assets/bpmn-js.css',
  ])
  const found = models('processes', '.bpmn')
  for (const model of found) {
    const size = await sheet.evaluate(async (xml) => {
      const canvas = document.querySelector('#canvas')
      canvas.innerHTML = ''
      canvas.style.cssText = 'width:800px;height:600px'
      const viewer = new window.BpmnJS({ container: canvas })
      await viewer.importXML(xml)
      const { svg } = await viewer.saveSVG()
      viewer.destroy()
      canvas.style.cssText = 'display:inline-block;padding:12px;line-height:0'
      canvas.innerHTML = svg.slice(svg.indexOf('<svg'))
      const { width, height } = canvas.getBoundingClientRect()
      return { width: Math.ceil(width), height: Math.ceil(height) }
    }, model.xml)
    await sheet.setViewportSize(size)
    await sheet.locator('#canvas').screenshot({ path: join(target, `${model.key}.png`) })
    Object.assign(model, words(model.xml, 'process'))
  }
  return found
}

async function decisions(context) {
  const assets = 'dmn-js/dist/assets'
  const sheet = await page(context, 'dmn-js/dist/dmn-viewer.production.min.js', [
    `${assets}/dmn-js-shared.css`, `${assets}/dmn-js-decision-table.css`, `${assets}/dmn-font/css/dmn.css`,
  ])
  await sheet.addStyleTag({ content: TABLE_STYLE })
  const found = models('decisions', '.dmn')
  for (const model of found) {
    await sheet.setViewportSize({ width: 2400, height: 900 })
    const size = await sheet.evaluate(
      async ([xml, plain]) => {
        const canvas = document.querySelector('#canvas')
        canvas.innerHTML = ''
        const viewer = new window.DmnJS({ container: canvas })
        await viewer.importXML(xml)
        await viewer.open(viewer.getViews().find((view) => view.type === 'decisionTable'))
        const texts = document.createTreeWalker(canvas, NodeFilter.SHOW_TEXT)
        while (texts.nextNode()) {
          const text = texts.currentNode.nodeValue.trim()
          const quoted = /^"[^"]*"(, ?"[^"]*")*$/.test(text) ? text.slice(1, -1).split(/", ?"/) : null
          texts.currentNode.nodeValue = quoted ? quoted.map((word) => plain[word] ?? word).join('、') : (plain[text] ?? text)
        }
        const { right, bottom } = canvas.querySelector('.tjs-table').getBoundingClientRect()
        return { width: Math.ceil(right) + 12, height: Math.ceil(bottom) + 48 }
      },
      [model.xml, { ...PLAIN, ...names(model.bundle) }],
    )
    await sheet.setViewportSize(size)
    await sheet.screenshot({ path: join(target, `${model.key}.png`) })
    Object.assign(model, words(model.xml, 'decision'))
  }
  return found
}

function chapter(title, found) {
  const entry = ({ key, name, purpose, source }) =>
    [`### ${name}`, '', purpose, '', `[\`${source}\`](../../${source})`, '', `![${name}](${key}.png)`, ''].join('\n')
  return [`## ${title}`, '', ...found.map(entry)]
}

async function browsing(deviceScaleFactor, draw) {
  const profile = mkdtempSync(join(tmpdir(), 'model-pictures-'))
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: flags, deviceScaleFactor })
  try {
    return await draw(context)
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

const executablePath = browsers.find((path) => path && existsSync(path))
if (!executablePath) {
  console.error('没有找到 Chromium：请安装（apt-get install chromium）或用环境变量 CHROMIUM 指明位置。')
  process.exit(1)
}
mkdirSync(target, { recursive: true })
const [flows, rules] = [await browsing(1.5, processes), await browsing(1, decisions)]
const index = [
  '# 模型总览', '',
  'Every process and decision as a picture, drawn from the models by `npm run pictures`; do not edit by hand.', '',
  ...chapter('流程', flows), ...chapter('决策', rules),
]
writeFileSync(join(target, 'README.md'), index.join('\n').trimEnd() + '\n')
console.log(`${flows.length + rules.length} pictures in ${target}`)
