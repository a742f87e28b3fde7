import type { ReactNode } from 'react'
import { Heading } from '#app/ui/heading.tsx'
import type { ShownProtocol } from './shown.ts'

export type Content = ShownProtocol['content']

/** A part of the protocol under its own heading. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
	return (
		<section className="stack" aria-labelledby={id}>
			<Heading level={2} id={id}>
				{title}
			</Heading>
			{children}
		</section>
	)
}
