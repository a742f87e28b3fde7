import type { Branch } from '#app/bodies/body.ts'
import { OfficeList } from '#app/bodies/office-list.tsx'
import { useLanguage } from '#app/i18n/use-language.ts'
import { bodyPath } from '#app/links.ts'
import { Heading } from '#app/ui/heading.tsx'

/** Bodies under each other, as they answer to each other. */
export function Branches({ branches, depth = 0 }: { branches: readonly Branch[]; depth?: number }) {
	const language = useLanguage()
	const level = depth === 0 ? 2 : depth === 1 ? 3 : 4
	return (
		<ul className="branches">
			{branches.map((branch) => (
				<li key={branch.code}>
					<Heading level={level} size="xs">
						<a href={bodyPath(language, branch.code)}>{branch.names[language]}</a>{' '}
						<span className="quiet small tabular">{branch.code}</span>
					</Heading>
					<OfficeList offices={branch.offices} />
					{branch.branches.length > 0 && <Branches branches={branch.branches} depth={depth + 1} />}
				</li>
			))}
		</ul>
	)
}
