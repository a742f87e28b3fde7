import { pageTitle } from '#app/page-title.ts'
import { NCALAYER } from '#app/signatures/ncalayer.ts'
import { digitalAction, digitalLoader } from './eds.server.ts'
import { DigitalSigningPage } from './eds-page.tsx'

export const meta = pageTitle
export const handle = NCALAYER
export const loader = digitalLoader
export const action = digitalAction
export default DigitalSigningPage
