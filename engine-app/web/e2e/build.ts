import { build } from 'vite'
import { mocked } from './mocked'

/** Builds the client with its fixtures inside, once for all stories. */
export default async () => { await build(mocked) }
