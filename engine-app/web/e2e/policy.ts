import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'

/** The policy the server sends with every page, read where the server reads it. */
export function policy(): string {
  const settings = readFileSync(fileURLToPath(new URL('../../src/main/resources/application.yaml', import.meta.url)), 'utf8')
  const folded = /content-security-policy: >-\n((?: {6,}.*\n)+)/.exec(settings)
  if (!folded) throw new Error('application.yaml names no content-security-policy')
  return folded[1].trim().split(/\s*\n\s*/).join(' ')
}

const told = new WeakMap<Page, string[]>()

/** Collects what a page of this window loads or runs against the policy. */
export async function watchPolicy(context: BrowserContext) {
  context.on('page', page => {
    const violations: string[] = []
    told.set(page, violations)
    page.on('console', message => { if (/Content Security Policy/i.test(message.text())) violations.push(message.text()) })
    page.on('pageerror', error => violations.push(`pageerror: ${error.message}`))
  })
}

/** What this page has done against the policy so far. */
export const violationsOf = (page: Page) => told.get(page) ?? []
