import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { moderatedPetitionPath } from '#app/links.ts'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { Words } from '#db/schema/bodies.ts'
import type { PetitionState } from '#db/schema/petitions.ts'
import { PetitionTag } from './petition-tag.tsx'

interface Shown {
	id: number
	number: string
	state: PetitionState
	heading: string
	textLanguage: string
	body?: Words
	author: string
	representing: string | null
}

/** Which petition a moderator works at, and on which of its pages. */
export function ModeratedHead({ shown, page }: { shown: Shown; page?: string }) {
	const { t } = useTranslation('proposing')
	const language = useLanguage()
	const { id, number, state, heading, textLanguage, body, author, representing } = shown
	return (
		<header className="page-heading stack">
			<p className="row">
				<PetitionTag state={state} />
				{page ? (
					<TextLink href={moderatedPetitionPath(language, id)}>{number}</TextLink>
				) : (
					<span className="tabular quiet">{number}</span>
				)}
			</p>
			{page ? (
				<>
					<Heading level={1}>{page}</Heading>
					<p className="lead" lang={textLanguage}>
						{heading}
					</p>
				</>
			) : (
				<Heading level={1} lang={textLanguage}>
					{heading}
				</Heading>
			)}
			<p className="meta">
				{body && (
					<span>
						{t('moderation.body')}: {body[language]}
					</span>
				)}
				<span>
					{t('moderation.author')}: {author}
					{representing && `, ${t('link.for')} ${representing}`}
				</span>
			</p>
		</header>
	)
}
