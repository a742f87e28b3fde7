import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'

/** A form of one button: what it does, to which. */
export function OneButton({
	intent,
	fields = {},
	variant = 'secondary',
	color,
	children,
}: {
	intent: string
	fields?: Record<string, string | number>
	variant?: 'primary' | 'secondary'
	color?: 'danger'
	children: ReactNode
}) {
	return (
		<Form method="post">
			<Hidden intent={intent} {...fields} />
			<Button variant={variant} color={color} size="sm">
				{children}
			</Button>
		</Form>
	)
}

export function Hidden(fields: Record<string, string | number>) {
	return Object.entries(fields).map(([name, value]) => (
		<input key={name} type="hidden" name={name} value={value} />
	))
}
