/** What goes along through signing in: the page to come back to, and a form that was filled in before. */
export function CarriedFields({ carry, next }: { carry?: string | null; next?: string | null }) {
	return (
		<>
			{carry && <input type="hidden" name="carry" value={carry} />}
			{next && <input type="hidden" name="next" value={next} />}
		</>
	)
}
