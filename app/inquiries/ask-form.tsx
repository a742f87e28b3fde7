import { Form } from '@remix-run/react'
import { OfOwnWill } from '#app/bodies/of-own-will.tsx'
import { ACCEPTED } from '#app/files/kind.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { confirmPath, newInquiryPath, signInPath, signUpPath } from '#app/links.ts'
import type { Standing } from '#app/people/level.ts'
import { AddressWanted, LevelFirst } from '#app/people/level-first.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check, Choice } from '#app/ui/choice.tsx'
import { Details } from '#app/ui/details.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { Kind } from './kind.ts'
import type { Names } from './thread.ts'

export interface AskFormProps {
	/** `office:slug` or `body:CODE` when the form stands on the page of one; otherwise it is chosen. */
	to?: string
	/** The name that goes with `to`. */
	addressee?: Names
	/** To choose from, when `to` is not given. */
	choices?: readonly Addressee[]
	/** The body of `to` answers of its own will: no term runs. */
	unbound?: boolean
	/** What is chosen at first. */
	chosen?: string
	/** What it begins with, where the page that led here has written some of it. */
	prepared?: { kind?: string; subject?: string; text?: string }
	/** The post it is asked under. */
	post?: string
	kinds: readonly Kind[]
	standing: Standing
	/** Who may ask is said above the form already. */
	told?: boolean
	form?: FormReply
	/** Files that arrived with the form before. */
	kept?: readonly { id: string; name: string; size: number }[]
	/** The heading level under which the form stands. */
	level?: 2 | 3
}

interface Addressee {
	code: string
	names: Names
	bound: boolean
	offices: readonly { slug: string; names: Names; holder?: Names }[]
}

/** A question to an office or a body: three short steps, all in sight. It is checked on the next page. */
export function AskForm(props: AskFormProps) {
	const { kinds, standing, form, post, to, level = 2 } = props
	const { t } = useTranslation(['inquiries', 'common'])
	const language = useLanguage()
	const unbound = props.unbound ?? isUnbound(props.choices, to ?? props.chosen)
	const filled = useFilledForm(form, {
		defaults: {
			to: to ?? props.chosen,
			kind: usualKind(kinds)?.kind,
			visibility: 'public',
			language,
			...props.prepared,
		},
		refusal: (code) => t(`inquiries:ask.refused.${code.split(':', 1)[0] as 'often'}`),
	})
	return (
		<>
			{unbound && <OfOwnWill />}
			{!props.told && (
				<WhoMayAsk
					standing={standing}
					next={newInquiryPath(language, {
						post,
						office: slugOf(to ?? props.chosen),
						body: codeOf(to ?? props.chosen),
					})}
				/>
			)}
			<Form
				method="post"
				action={newInquiryPath(language)}
				encType="multipart/form-data"
				className="form"
				id="ask"
				reloadDocument
			>
				<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
				{post && <input type="hidden" name="post" value={post} />}
				<Heading level={level} size="sm">
					{t('inquiries:ask.step.to')}
				</Heading>
				<To {...props} unbound={unbound} chosen={filled.value('to')} problem={filled.problem('to')} />
				<Kinds
					kinds={kinds}
					unbound={unbound}
					chosen={filled.value('kind')}
					problem={filled.problem('kind')}
				/>
				<Heading level={level} size="sm">
					{t('inquiries:ask.step.what')}
				</Heading>
				<Field
					name="subject"
					label={t('inquiries:ask.subject')}
					description={t('inquiries:ask.subjectHelp')}
					defaultValue={filled.value('subject')}
					error={filled.problem('subject')}
					required
					minLength={3}
					maxLength={200}
				/>
				<Field
					name="text"
					type="textarea"
					rows={8}
					label={t('inquiries:ask.text')}
					description={t('inquiries:ask.textHelp')}
					defaultValue={filled.value('text')}
					error={filled.problem('text')}
					required
					minLength={10}
					maxLength={10_000}
				/>
				<FilesField kept={props.kept} problem={filled.problem('files')} />
				<Check
					name="safetyReport"
					label={t('inquiries:ask.safety')}
					description={t('inquiries:ask.safetyHelp')}
					defaultChecked={filled.value('safetyReport') === 'on'}
				/>
				<Heading level={level} size="sm">
					{t('inquiries:ask.step.how')}
				</Heading>
				<Choice
					name="visibility"
					legend={t('inquiries:ask.visibility')}
					defaultValue={filled.value('visibility')}
					error={filled.problem('visibility')}
					options={(['public', 'private'] as const).map((value) => ({
						value,
						label: t(`inquiries:visibility.${value}`),
						description: t(`inquiries:visibility.${value}Help`),
					}))}
				/>
				<Field
					name="language"
					type="select"
					label={t('inquiries:ask.language')}
					defaultValue={filled.value('language')}
					error={filled.problem('language')}
					options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
					width="short"
				/>
				<p className="actions">
					<Button name="intent" value="check">
						{t('inquiries:ask.check')}
					</Button>
				</p>
				<p className="quiet small">{t('inquiries:ask.checkHelp')}</p>
			</Form>
		</>
	)
}

/** Said before anything is typed. */
export function WhoMayAsk({ standing, next }: Pick<AskFormProps, 'standing'> & { next: string }) {
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	const { signedIn, level, needed, addressed } = standing
	if (signedIn && level >= needed) return addressed ? null : <AddressWanted />
	if (needed > 1) return <LevelFirst standing={standing} next={next} />
	if (signedIn)
		return (
			<Notice level={3} heading={t('ask.confirmFirst')}>
				<p>
					{t('ask.confirmFirstHelp')} <TextLink href={confirmPath(language)}>{t('ask.confirm')}</TextLink>
				</p>
			</Notice>
		)
	return (
		<Notice level={3} heading={t('ask.signInFirst')}>
			<p>{t('ask.signInFirstHelp')}</p>
			<p className="actions">
				<TextLink href={signInPath(language, { next })}>{t('ask.signIn')}</TextLink>
				<TextLink href={signUpPath(language, { next })}>{t('ask.signUp')}</TextLink>
			</p>
		</Notice>
	)
}

function To({
	to,
	addressee,
	choices = [],
	unbound,
	chosen,
	problem,
}: Pick<AskFormProps, 'to' | 'addressee' | 'choices' | 'unbound' | 'chosen'> & { problem?: string }) {
	const { t } = useTranslation('inquiries')
	const language = useLanguage()
	if (to && addressee)
		return (
			<p>
				<input type="hidden" name="to" value={to} />
				<span className="quiet">{t('ask.toFixed')}</span> <strong>{addressee[language]}</strong>
			</p>
		)
	return (
		<Field
			name="to"
			type="select"
			label={t('ask.to')}
			description={unbound ? undefined : t('ask.toHelp')}
			defaultValue={chosen ?? ''}
			error={problem}
			required
			options={[
				{ value: '', label: t('ask.choose') },
				...choices.map((body) => ({
					label: body.bound ? body.names[language] : t('ask.unboundBody', { body: body.names[language] }),
					options: [
						...body.offices.map(({ slug, names, holder }) => ({
							value: `office:${slug}`,
							label: holder ? `${names[language]}: ${holder[language]}` : names[language],
						})),
						{ value: `body:${body.code}`, label: t('ask.wholeBody', { body: body.names[language] }) },
					],
				})),
			]}
		/>
	)
}

/** Most people need no other kind than the usual one, so the list opens only for those who want it. */
function Kinds({
	kinds,
	unbound,
	chosen,
	problem,
}: {
	kinds: readonly Kind[]
	unbound: boolean
	chosen?: string
	problem?: string
}) {
	const { t } = useTranslation(['inquiries', 'law'])
	const usual = usualKind(kinds)
	const now = kinds.find(({ kind }) => kind === chosen) ?? usual
	const name = (kind: string) => t(`law:kind.${kind as 'request'}.name`)
	const term = ({ n, unit }: Kind) => t(`law:unit.${unit as 'wd'}`, { count: n })
	return (
		<Details
			summary={
				now &&
				t(unbound ? 'inquiries:ask.kindChangeUnbound' : 'inquiries:ask.kindChange', {
					kind: name(now.kind),
					term: term(now),
				})
			}
			open={Boolean(problem) || now !== usual}
		>
			<Choice
				name="kind"
				legend={t('inquiries:ask.kind')}
				description={t('inquiries:ask.kindHelp')}
				defaultValue={now?.kind}
				error={problem}
				options={kinds.map((kind) => ({
					value: kind.kind,
					label: name(kind.kind),
					description: unbound
						? t(`law:kind.${kind.kind as 'request'}.about`)
						: `${t(`law:kind.${kind.kind as 'request'}.about`)} ${t('inquiries:ask.term', {
								term: term(kind),
							})}`,
				}))}
			/>
		</Details>
	)
}

/** Files to attach; those that have come already stay unless their tick is taken away. */
export function FilesField({
	kept = [],
	problem,
}: {
	kept?: readonly { id: string; name: string; size: number }[]
	problem?: string
}) {
	const { t } = useTranslation(['inquiries', 'common'])
	return (
		<>
			{kept.map(({ id, name }) => (
				<Check key={id} id={`kept-${id}`} name="kept" value={id} label={name} defaultChecked />
			))}
			<Field
				name="files"
				type="file"
				label={t('inquiries:ask.files')}
				optional={t('common:form.optional')}
				description={t('inquiries:ask.filesHelp')}
				error={problem}
				accept={ACCEPTED}
				multiple
			/>
		</>
	)
}

/** Whether the law does not bind the body of this addressee. */
export const isUnbound = (choices: AskFormProps['choices'] = [], to = '') =>
	choices.some(
		({ code, bound, offices }) =>
			!bound && (to === `body:${code}` || offices.some(({ slug }) => to === `office:${slug}`)),
	)

const slugOf = (to = '') => (to.startsWith('office:') ? to.slice(7) : undefined)
const codeOf = (to = '') => (to.startsWith('body:') ? to.slice(5) : undefined)

const usualKind = (kinds: readonly Kind[]) => kinds.find(({ kind }) => kind === 'request') ?? kinds[0]
