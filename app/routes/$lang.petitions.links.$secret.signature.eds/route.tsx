import { pageTitle } from '#app/page-title.ts'
import { digitalAction, digitalLoader } from '#app/routes/$lang.petitions.$number.signature.eds/eds.server.ts'
import { DigitalSigningPage } from '#app/routes/$lang.petitions.$number.signature.eds/eds-page.tsx'
import { NCALAYER } from '#app/signatures/ncalayer.ts'

export const meta = pageTitle
export const handle = NCALAYER
export const loader = digitalLoader
export const action = digitalAction
export default DigitalSigningPage
