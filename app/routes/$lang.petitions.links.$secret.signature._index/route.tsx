import { pageTitle } from '#app/page-title.ts'
import {
	signingAction,
	signingLoader,
} from '#app/routes/$lang.petitions.$number.signature._index/signing.server.ts'
import { SigningPage } from '#app/routes/$lang.petitions.$number.signature._index/signing-page.tsx'

export const meta = pageTitle
export const loader = signingLoader
export const action = signingAction
export default SigningPage
