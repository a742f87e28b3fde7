import type { Language } from './i18n/languages.ts'

// Every address of the site by name. Acts are nouns: a form is posted to the page it stands on.

type Query = Record<string, string | number | undefined>

export const homePath = (language: Language) => `/${language}`

export const bodiesPath = (language: Language, query?: Query) => at(`/${language}/bodies`, query)
export const bodyPath = (language: Language, code: string) => `/${language}/bodies/${part(code)}`
export const officePath = (language: Language, slug: string, query?: Query) =>
	at(`/${language}/offices/${part(slug)}`, query)
export const officeFigurePath = (language: Language, slug: string, figure: string, query?: Query) =>
	at(`${officePath(language, slug)}/figures/${part(figure)}`, query)
export const bodyFigurePath = (language: Language, code: string, figure: string, query?: Query) =>
	at(`${bodyPath(language, code)}/figures/${part(figure)}`, query)
export const officeFeedPath = (language: Language, slug: string) => `${officePath(language, slug)}/feed.atom`

export const postsPath = (language: Language, query?: Query) => at(`/${language}/posts`, query)
export const postsFeedPath = (language: Language) => `/${language}/posts/feed.atom`
export const postsFilePath = (language: Language) => `/${language}/posts/list.csv`
export const postPath = (language: Language, id: number | string, query?: Query) =>
	at(`/${language}/posts/${part(id)}`, query)
export const postRevisionsPath = (language: Language, id: number | string) =>
	`${postPath(language, id)}/revisions`

export const inquiriesPath = (language: Language, query?: Query) => at(`/${language}/inquiries`, query)
export const newInquiryPath = (language: Language, query?: Query) => at(`/${language}/inquiries/new`, query)
export const signedInquiryPath = (language: Language) => `/${language}/inquiries/new/signature`
/** Each list and each question as a feed: `feed.atom`, and `feed.json` beside it. */
export const inquiriesFeedPath = (language: Language, query?: Query) =>
	at(`/${language}/inquiries/feed.atom`, query)
export const inquiriesFilePath = (language: Language, query?: Query) =>
	at(`/${language}/inquiries/list.csv`, query)
export const bodyFeedPath = (language: Language, code: string) => `${bodyPath(language, code)}/feed.atom`
export const inquiryFeedPath = (language: Language, number: string) =>
	`${inquiryPath(language, number)}/feed.atom`
export const inquiryPath = (language: Language, number: string) => `/${language}/inquiries/${part(number)}`
export const inquiryClockPath = (language: Language, number: string) =>
	`${inquiryPath(language, number)}/clock`

export type InquiryPage =
	| 'joining'
	| 'follow-up'
	| 'complaint'
	| 'satisfaction'
	| 'withdrawal'
	| 'correction'
	| 'confirmation'
export const inquiryActPath = (language: Language, number: string, page: InquiryPage) =>
	`${inquiryPath(language, number)}/${page}`

export const receiptPath = (language: Language, secret: string) => `/${language}/receipts/${part(secret)}`
/** The pages of a question, for whoever holds its receipt and has not signed in. */
export const receiptPagePath = (language: Language, secret: string, page: InquiryPage | 'clock') =>
	`${receiptPath(language, secret)}/${page}`
export const receiptFilePath = (language: Language, secret: string, id: string, name: string) =>
	`${receiptPath(language, secret)}/files/${part(id)}/${part(name)}`
export const calculatorPath = (language: Language, query?: Query) => at(`/${language}/calculator`, query)
export const searchPath = (language: Language, query?: Query) => at(`/${language}/search`, query)

export const signInPath = (language: Language, query?: Query) => at(`/${language}/sign-in`, query)
/** The second step of signing in; also where a factor is shown again before something that needs it. */
export const signInFactorPath = (language: Language, query?: Query) =>
	at(`/${language}/sign-in/factor`, query)
export const signInCodePath = (language: Language, query?: Query) => at(`/${language}/sign-in/code`, query)
export const signOutPath = (language: Language) => `/${language}/sign-out`
export const signUpPath = (language: Language, query?: Query) => at(`/${language}/sign-up`, query)
export const confirmPath = (language: Language, query?: Query) => at(`/${language}/confirm`, query)
export const resetPath = (language: Language, query?: Query) => at(`/${language}/reset`, query)
export const newPasswordPath = (language: Language) => `/${language}/reset/new`
export const signatureSignInPath = (language: Language, query?: Query) =>
	at(`/${language}/sign-in/signature`, query)
/** Where a statement to be signed is downloaded. */
export const statementPath = (language: Language) => `/${language}/statement`
export type SignatureFile = 'signature.cms' | 'statement.txt' | 'text.txt'
export const signatureFilePath = (language: Language, id: string, file: SignatureFile) =>
	`/${language}/signatures/${part(id)}/${file}`
export const demoSignInPath = (language: Language) => `/${language}/sign-in/demo`
/** Going to a provider of identity, and what came of it. */
export const identityPath = (language: Language, query?: Query) => at(`/${language}/identity`, query)
/** Where providers send people back to; it is known to them, so it has no language. */
export const returnPath = (provider: string) => `/identity/${part(provider)}/return`
export const accountPath = (language: Language, query?: Query) => at(`/${language}/account`, query)
export type AccountPage =
	| 'notices'
	| 'following'
	| 'profile'
	| 'identity'
	| 'password'
	| 'email'
	| 'phone'
	| 'sessions'
	| 'factors'
	| 'data'
export const accountPagePath = (language: Language, page: AccountPage) => `${accountPath(language)}/${page}`
export const archivePath = (language: Language) => `${accountPath(language)}/archive`
export const erasurePath = (language: Language) => `${accountPath(language)}/erasure`
export const newFactorPath = (language: Language, kind: 'passkey' | 'application', query?: Query) =>
	at(`${accountPagePath(language, 'factors')}/${kind}`, query)
/** Where an official without a second factor sets one up, on the way to their work. */
export const newFactorPagePath = (language: Language, next: string) =>
	at(accountPagePath(language, 'factors'), { next })

export const deskPath = (language: Language, query?: Query) => at(`/${language}/desk`, query)
/** The query is that of the list from which it is opened. */
export const deskCasePath = (language: Language, proceedingId: number | string, query?: Query) =>
	at(`/${language}/desk/${part(proceedingId)}`, query)
export type DeskStep =
	| 'answer'
	| 'signature'
	| 'redirect'
	| 'extension'
	| 'correction'
	| 'return'
	| 'termination'
	| 'partial-answer'
	| 'merge'
export const deskStepPath = (language: Language, proceedingId: string, step: DeskStep) =>
	`${deskCasePath(language, proceedingId)}/${step}`
export type DeskPage = 'entry' | 'bulk' | 'snippets' | 'posts' | 'calendar'
export const deskPagePath = (language: Language, page: DeskPage, query?: Query) =>
	at(`/${language}/desk/${page}`, query)
export const deskMailPath = (language: Language, query?: Query) => at(`/${language}/desk/mail`, query)
export const deskLetterPath = (language: Language, id: string) => `${deskMailPath(language)}/${part(id)}`
export const rawLetterPath = (language: Language, id: string) => `${deskLetterPath(language, id)}/message.eml`
export const newDeskPostPath = (language: Language) => `${deskPagePath(language, 'posts')}/new`
export type DeskPostPage = 'pictures' | 'publication' | 'withdrawal' | 'discarding'
export const deskPostPath = (language: Language, id: string, page?: DeskPostPage, query?: Query) =>
	at([deskPagePath(language, 'posts'), part(id), page].filter(Boolean).join('/'), query)

export const petitionsPath = (language: Language, query?: Query) => at(`/${language}/petitions`, query)
/** The list as a feed, `feed.json` beside it, and as a table. */
export const petitionsFeedPath = (language: Language, query?: Query) =>
	at(`/${language}/petitions/feed.atom`, query)
export const petitionsFilePath = (language: Language, query?: Query) =>
	at(`/${language}/petitions/list.csv`, query)
export const petitionFeedPath = (language: Language, number: string) =>
	`${petitionPath(language, number)}/feed.atom`
export const newPetitionPath = (language: Language, query?: Query) => at(`/${language}/petitions/new`, query)
export type DraftStep = 'addressee' | 'title' | 'text' | 'attachments' | 'check'
export const draftPath = (language: Language, id: number | string, step: DraftStep, query?: Query) =>
	at(`${newPetitionPath(language)}/${part(id)}/${step}`, query)
/** One's own petitions and what one has signed. */
export const ownPetitionsPath = (language: Language, query?: Query) =>
	at(`/${language}/account/petitions`, query)
export type PetitionPage =
	| 'signature'
	| 'signature/eds'
	| 'signature/withdrawal'
	| 'signatures'
	| 'removals'
	| 'clock'
	| 'updates'
	| 'author'
	| 'withdrawal'
	| 'counter'
export const petitionPath = (language: Language, number: string, query?: Query) =>
	at(`/${language}/petitions/${part(number)}`, query)
export const petitionPagePath = (language: Language, number: string, page: PetitionPage, query?: Query) =>
	at(`${petitionPath(language, number)}/${page}`, query)
export const newUpdatePath = (language: Language, number: string) =>
	`${petitionPagePath(language, number, 'updates')}/new`
/** What was removed from the count of a petition, as data. */
export const removalsFilePath = (number: string, format: 'csv' | 'json') =>
	`/petitions/${part(number)}/removals.${format}`
/** The published list of commitments, for whoever counts again. */
export const signatureListPath = (number: string, format: 'csv' | 'json', query?: Query) =>
	at(`/petitions/${part(number)}/signatures.${format}`, query)
export const petitionCountPath = (number: string) => `/petitions/${part(number)}/count.json`
/** By which sponsors find a petition that is not public yet. */
export const sponsorLinkPath = (language: Language, secret: string) =>
	`/${language}/petitions/links/${part(secret)}`
export const sponsorPagePath = (language: Language, secret: string, page: 'signature' | 'signature/eds') =>
	`${sponsorLinkPath(language, secret)}/${page}`
/** What a signer holds. */
export const signatureReceiptPath = (language: Language, secret: string) =>
	`/${language}/petitions/receipts/${part(secret)}`
export const signatureReceiptPagePath = (
	language: Language,
	secret: string,
	page: 'receipt.txt' | 'withdrawal',
) => `${signatureReceiptPath(language, secret)}/${page}`
/** Where somebody without an account says that they sign; without the language, as letters name paths. */
export const confirmSignaturePath = (secret: string) => `/petitions/confirmations/${part(secret)}`
/** The key under which receipts are signed, and where a receipt is checked. */
export const receiptKeyPath = () => '/petitions/receipt-key.pem'
export const checkReceiptPath = (language: Language) => `/${language}/petitions/check`

export const deskPetitionsPath = (language: Language, query?: Query) =>
	at(`/${language}/desk/petitions`, query)
export type ConsiderationPage =
	| 'duties'
	| 'discussion'
	| 'decision'
	| 'statement'
	| 'signatures'
	| 'signatures/list.csv'
export const deskPetitionPath = (
	language: Language,
	considerationId: number | string,
	page?: ConsiderationPage,
) => [deskPetitionsPath(language), part(considerationId), page].filter(Boolean).join('/')

export const moderatedPetitionsPath = (language: Language, query?: Query) =>
	at(`/${language}/moderation/petitions`, query)
export type ModeratedPetitionPage =
	| 'check'
	| 'media'
	| 'sending'
	| 'sheets'
	| 'sources'
	| 'invalidations'
	| 'review'
	| 'updates'
export const moderatedPetitionPath = (
	language: Language,
	petitionId: number | string,
	page?: ModeratedPetitionPage,
	query?: Query,
) => at([moderatedPetitionsPath(language), part(petitionId), page].filter(Boolean).join('/'), query)
export const sheetPath = (language: Language, petitionId: number | string, sheetId: string, query?: Query) =>
	at(`${moderatedPetitionPath(language, petitionId, 'sheets')}/${part(sheetId)}`, query)
export const invalidationPath = (language: Language, petitionId: number | string, id: string) =>
	`${moderatedPetitionPath(language, petitionId, 'invalidations')}/${part(id)}`

export const hearingsPath = (language: Language, query?: Query) => at(`/${language}/hearings`, query)
/** The list as a feed, `feed.json` beside it, and as a table. */
export const hearingsFeedPath = (language: Language, query?: Query) =>
	at(`/${language}/hearings/feed.atom`, query)
export const hearingsFilePath = (language: Language, query?: Query) =>
	at(`/${language}/hearings/list.csv`, query)
export const newHearingPath = (language: Language, query?: Query) => at(`/${language}/hearings/new`, query)
export type HearingPage =
	| 'plan'
	| 'dossier'
	| 'dossier/new'
	| 'remarks'
	| 'remarks/new'
	| 'room'
	| 'room/registration'
	| 'room/question'
	| 'room/transcript'
	| 'protocol'
	| 'protocol/objection'
	| 'responses'
	| 'decision'
export const hearingPath = (language: Language, number: string, query?: Query) =>
	at(`/${language}/hearings/${part(number)}`, query)
export const hearingPagePath = (language: Language, number: string, page: HearingPage, query?: Query) =>
	at(`${hearingPath(language, number)}/${page}`, query)
export const hearingDocumentPath = (language: Language, number: string, id: string, query?: Query) =>
	at(`${hearingPath(language, number)}/dossier/${part(id)}`, query)
/** The page of a version on which a paragraph stands. */
export const documentParagraphPath = (
	language: Language,
	number: string,
	id: string,
	{ version, paragraph }: { version: number; paragraph: number },
) => `${hearingDocumentPath(language, number, id, { version, paragraph })}#p${paragraph}`
export const remarkPath = (language: Language, number: string, ordinal: number) =>
	`${hearingPath(language, number)}/remarks/${ordinal}`
export const remarkWithdrawalPath = (language: Language, number: string, ordinal: number) =>
	`${remarkPath(language, number, ordinal)}/withdrawal`
/** Near-identical remarks together: a row of the response table. */
export const remarkGroupPath = (language: Language, number: string, ordinal: number, query?: Query) =>
	at(`${hearingPath(language, number)}/groups/${ordinal}`, query)
/** What the room shows, as one stream of events and as one answer. */
export const roomStreamPath = (number: string) => `/hearings/${part(number)}/room/stream`
export const roomStatePath = (number: string) => `/hearings/${part(number)}/room/state.json`
export const hearingFilePath = (
	number: string,
	file:
		| 'protocol.pdf'
		| 'protocol.json'
		| 'remarks.csv'
		| 'remarks.json'
		| 'responses.csv'
		| 'responses.json',
	query?: Query,
) => at(`/hearings/${part(number)}/${file}`, query)
/** The hearings in which one has a part, and the pages where that part is done. */
export const ownHearingsPath = (language: Language, query?: Query) =>
	at(`/${language}/account/hearings`, query)
export type HoldingPage =
	| 'text'
	| 'request'
	| 'answer'
	| 'documents'
	| 'announcement'
	| 'officers'
	| 'agenda'
	| 'links'
	| 'calling-off'
	| 'remarks'
	| 'room'
	| 'hall'
	| 'questions'
	| 'polls'
	| 'captions'
	| 'not-held'
	| 'protocol'
	| 'protocol/signature'
	| 'objections'
	| 'responses'
	| 'decision'
	| 'commitments'
	| 'commission'
	| 'repeat'
export const holdingPath = (language: Language, id: number | string, page?: HoldingPage, query?: Query) =>
	at([ownHearingsPath(language), part(id), page].filter(Boolean).join('/'), query)
export const deskHearingsPath = (language: Language, query?: Query) => at(`/${language}/desk/hearings`, query)

export const oversightPath = (language: Language, query?: Query) => at(`/${language}/oversight`, query)
export const breachesFilePath = (language: Language, format: 'csv' | 'json', query?: Query) =>
	at(`/${language}/oversight/breaches.${format}`, query)
export const moderationPath = (language: Language, query?: Query) => at(`/${language}/moderation`, query)
export const moderationListPath = (language: Language, list: 'recent' | 'hidden', query?: Query) =>
	at(`/${language}/moderation/${list}`, query)
export const moderatedTextPath = (language: Language, subject: string, id: string, query?: Query) =>
	at(`/${language}/moderation/texts/${part(subject)}/${part(id)}`, query)
/** Where anybody asks a moderator to look at a question, at one of its answers, or at a post. */
export const reportInquiryPath = (language: Language, number: string, answerId?: string) =>
	at(`${inquiryPath(language, number)}/report`, { subject: answerId })
export const reportPostPath = (language: Language, id: string) => `${postPath(language, id)}/report`
export type AdministrationPage =
	| 'bodies'
	| 'offices'
	| 'people'
	| 'calendar'
	| 'profile'
	| 'authorities'
	| 'outages'
export const administrationPath = (language: Language, page: AdministrationPage, query?: Query) =>
	at(`/${language}/administration/${page}`, query)
/** One body, office or person, or one step on the calendar. */
export const administeredPath = (
	language: Language,
	page: AdministrationPage,
	which: string,
	query?: Query,
) => at(`/${language}/administration/${page}/${part(which)}`, query)

export const followPath = (language: Language, subject: string, key: string) =>
	`/${language}/following/${part(subject)}/${part(key)}`
/** Of what somebody follows, for whoever holds the token of a letter: without the language, as letters name paths. */
export const unfollowPath = (token: string) => `/unfollow/${part(token)}`
/** Mail programs post there for their readers, from wherever they are: the token is what lets them. */
export const isUnfollowPath = (pathname: string) => /^\/[^/]*\/unfollow\/[^/]+$/.test(pathname)

export const filePath = (id: number | string, name: string) => `/files/${part(id)}/${part(name)}`
export const deskCalendarPath = (secret: string) => `/desk-calendar/${part(secret)}.ics`

/** Shows `path` in another language and remembers the choice for the next visit. */
export const languageChoicePath = (language: Language, path: string) =>
	`/language${inLanguage(language, path)}`

/** The same page in another language. */
export const inLanguage = (language: Language, path: string) => path.replace(/^\/[^/?#]*/, `/${language}`)

/** Where one works in the name of a body or of the installation. */
export const isOfficePath = (pathname: string) =>
	/^\/[^/]*\/(desk|oversight|moderation|administration)(\/|\.data$|$)/i.test(pathname)

/** Pages that are one person's own, or that carry a secret: nobody keeps a copy of them on the way. */
export const isPersonalPath = (pathname: string) =>
	/^\/[^/]*\/(receipts|unfollow|following|sign-in|sign-out|sign-up|identity|confirm|reset|statement|signatures|account|desk|oversight|moderation|administration)(\/|$)/i.test(
		pathname,
	) ||
	/^\/[^/]*\/inquiries\/(new|[^/]+\/(joining|follow-up|complaint|satisfaction|withdrawal|correction|confirmation))(\/|$)/i.test(
		pathname,
	) ||
	/^\/[^/]*\/petitions\/(new|links|receipts|confirmations|[^/]+\/(signature|author|updates\/new|withdrawal|counter))(\/|$)/i.test(
		pathname,
	) ||
	/^\/[^/]*\/hearings\/(new|[^/]+\/(dossier\/new|remarks\/new|remarks\/[^/]+\/withdrawal|room\/(registration|question)|protocol\/objection))(\/|$)/i.test(
		pathname,
	)

/** The address as it may be written to a log: a secret that opens a page is left out. */
export const withoutSecrets = (pathname: string) =>
	pathname.replace(/(\/(?:receipts|r|unfollow|desk-calendar|links|confirmations)\/)[^/]+/i, '$1***')

/** Where a form may send somebody back to: a page of this site, or the home page. */
export function safeReturnPath(language: Language, path: FormDataEntryValue | null): string {
	return typeof path === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : homePath(language)
}

const part = (value: string | number) => encodeURIComponent(value)

function at(path: string, query: Query = {}): string {
	const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
	return given.length ? `${path}?${new URLSearchParams(given.map(([k, v]) => [k, String(v)]))}` : path
}
