/** Goes along with a form, so that a second press of the button does nothing new. */
export function SubmissionId({ id }: { id: string | undefined }) {
	return id ? <input type="hidden" name="submissionId" value={id} /> : null
}
