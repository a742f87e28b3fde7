import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import * as links from '#app/links.ts'
import { MOST_UNREAD } from '#app/notices/unread.ts'
import type { SignedIn } from '#app/people/signed-in.ts'
import { Mark } from '#app/ui/mark.tsx'

interface FrameProps {
	person?: SignedIn | null
	/** Notices that the person has not read. */
	unread?: number
	demo?: boolean
	jurisdiction?: string
	children: ReactNode
}

/** What stands round every page. */
export function Frame({ person, unread, demo, jurisdiction, children }: FrameProps) {
	const { t } = useTranslation()
	return (
		<>
			{demo && <aside className="demo-banner">{t('frame.demo')}</aside>}
			<Header person={person} unread={unread} />
			<main id="main" className="page" tabIndex={-1}>
				{children}
			</main>
			<Footer jurisdiction={jurisdiction} />
		</>
	)
}

function Header({ person, unread }: Pick<FrameProps, 'person' | 'unread'>) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<header className="site-header">
			<a className="site-home" href={links.homePath(language)}>
				<Mark />
			</a>
			<nav className="site-nav" aria-label={t('frame.main')}>
				<ul>
					<Place to={links.inquiriesPath(language)}>{t('frame.inquiries')}</Place>
					<Place to={links.petitionsPath(language)}>{t('frame.petitions')}</Place>
					<Place to={links.hearingsPath(language)}>{t('frame.hearings')}</Place>
					<Place to={links.bodiesPath(language)}>{t('frame.bodies')}</Place>
					<Place to={links.calculatorPath(language)}>{t('frame.calculator')}</Place>
					<Place to={links.searchPath(language)}>{t('frame.search')}</Place>
				</ul>
			</nav>
			<nav className="site-own" aria-label={t('frame.own')}>
				<ul>{person ? <Own person={person} unread={unread} /> : <Strangers />}</ul>
			</nav>
			<LanguageSwitch />
		</header>
	)
}

function Own({ person, unread = 0 }: { person: SignedIn; unread?: number }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const has = (role: string) => person.roles.some((held) => held.role === role)
	return (
		<>
			{person.desk && <Place to={links.deskPath(language)}>{t('frame.desk')}</Place>}
			{has('overseer') && <Place to={links.oversightPath(language)}>{t('frame.oversight')}</Place>}
			{has('moderator') && <Place to={links.moderationPath(language)}>{t('frame.moderation')}</Place>}
			{has('administrator') && (
				<Place to={links.administrationPath(language, 'bodies')}>{t('frame.administration')}</Place>
			)}
			{unread > 0 && (
				<Place to={links.accountPagePath(language, 'notices')}>
					{t('frame.notices', { number: unread > MOST_UNREAD ? `${MOST_UNREAD}+` : unread })}
				</Place>
			)}
			<Place to={links.accountPath(language)}>{person.name}</Place>
			<li>
				<form method="post" action={links.signOutPath(language)}>
					<button type="submit" className="link-button">
						{t('frame.signOut')}
					</button>
				</form>
			</li>
		</>
	)
}

function Strangers() {
	const { t } = useTranslation()
	return <Place to={links.signInPath(useLanguage())}>{t('frame.signIn')}</Place>
}

/** The same page in the other languages; each name is written, and read out, in its own. */
function LanguageSwitch() {
	const { t } = useTranslation()
	const language = useLanguage()
	const { pathname, search } = useLocation()
	return (
		<nav className="site-languages" aria-label={t('frame.languages')}>
			<ul>
				{LANGUAGES.map((other) => (
					<li key={other}>
						<a
							href={links.languageChoicePath(other, `${pathname}${search}`)}
							lang={other}
							hrefLang={other}
							rel="nofollow"
							aria-current={other === language ? 'true' : undefined}
						>
							{LANGUAGE_NAMES[other]}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}

function Footer({ jurisdiction }: Pick<FrameProps, 'jurisdiction'>) {
	const { t } = useTranslation()
	return (
		<footer className="site-footer">
			<p>{t('frame.what')}</p>
			{jurisdiction && <p>{t(`frame.law.${jurisdiction as 'KZ'}`)}</p>}
			<p>{t('frame.openSource')}</p>
		</footer>
	)
}

function Place({ to, children }: { to: string; children: ReactNode }) {
	const { pathname } = useLocation()
	const path = to.split('?', 1)[0] as string
	const current = pathname === path ? 'page' : pathname.startsWith(`${path}/`) ? 'true' : undefined
	return (
		<li>
			<a href={to} aria-current={current}>
				{children}
			</a>
		</li>
	)
}
