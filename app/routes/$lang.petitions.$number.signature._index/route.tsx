import { pageTitle } from '#app/page-title.ts'
import { signingAction, signingLoader } from './signing.server.ts'
import { SigningPage } from './signing-page.tsx'

export const meta = pageTitle
export const loader = signingLoader
export const action = signingAction
export default SigningPage
