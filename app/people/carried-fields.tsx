/** What goes along through signing in: the page to come back to, and a form that was filled in before. */
export function CarriedFields({ carried, next }: { carried?: string | null; next?: string | null }) {
	return (
		<>
			{carried && <input type="hidden" name="carried" value={carried} />}
			{next && <input type="hidden" name="next" value={next} />}
		</>
	)
}
