import { Form } from '@remix-run/react'
import { FactorFields } from '#app/factors/factor-fields.tsx'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LONGEST } from '#app/hearings/hearing.ts'
import { LANGUAGE_NAMES, type Language } from '#app/i18n/languages.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import type { AnnouncementData } from './route.tsx'

interface Given {
	shown: AnnouncementData
	filled: ReturnType<typeof useFilledForm>
}

/** When, where and how. */
export function AnnounceForm({ shown, filled }: Given) {
	const { t } = useTranslation(['holding', 'law', 'common'])
	const { forms, rules, today, posted, wanted, head } = shown
	const field = (name: string) => ({
		name,
		defaultValue: filled.value(name),
		error: filled.problem(name),
	})
	const optional = t('common:form.optional')
	return (
		<section className="stack">
			<Heading level={2} size="sm">
				{t(head.state === 'announced' ? 'holding:announcement.again' : 'holding:announcement.new')}
			</Heading>
			{head.state === 'announced' && <p>{t('holding:announcement.againAbout')}</p>}
			{!posted && <Notice tone="warning" heading={t('holding:refused.not-posted')} />}
			<Form method="post" className="form">
				<Field
					{...field('form')}
					type="select"
					label={t('holding:text.form')}
					options={forms.map((one) => ({ value: one, label: t(`law:hearing.form.${one}`) }))}
				/>
				<Field
					{...field('startsOn')}
					type="date"
					width="short"
					label={t('holding:announcement.startsOn')}
					min={today}
				/>
				<Field {...field('time')} type="time" width="short" label={t('holding:announcement.time')} />
				<Field
					{...field('endsOn')}
					type="date"
					width="short"
					label={t('holding:announcement.endsOn')}
					description={t('holding:announcement.endsOnHelp')}
					optional={optional}
				/>
				{forms.includes('portal_discussion') && rules.length > 0 && (
					<Field
						{...field('discussionRule')}
						type="select"
						label={t('holding:announcement.rule')}
						options={[
							{ value: '', label: t('holding:announcement.noRule') },
							...rules.map((rule) => ({ value: rule, label: t(`law:rule.hearing.${rule as 'duration'}`) })),
						]}
					/>
				)}
				{(['placeKk', 'placeRu', 'placeEn'] as const).map((name) => (
					<Field
						key={name}
						{...field(name)}
						label={`${t('holding:announcement.place')} (${LANGUAGE_NAMES[PLACE_LANGUAGE[name]]})`}
						lang={PLACE_LANGUAGE[name]}
						maxLength={LONGEST.place}
					/>
				))}
				<Field
					{...field('commentsAddress')}
					type="textarea"
					rows={3}
					label={t('holding:announcement.commentsAddress')}
					description={t('holding:announcement.commentsAddressHelp')}
				/>
				<Field
					{...field('seats')}
					type="number"
					width="short"
					min={1}
					label={t('holding:announcement.seats')}
					optional={optional}
				/>
				<Field
					{...field('streamUrl')}
					type="url"
					label={t('holding:announcement.streamUrl')}
					optional={optional}
				/>
				<p className="quiet">{t('holding:announcement.freezes')}</p>
				<FactorFields wanted={wanted} problem={filled.problem('factorCode')} />
				<Button name="intent" value="announce">
					{t(head.state === 'announced' ? 'holding:announcement.again' : 'holding:announcement.button')}
				</Button>
			</Form>
		</section>
	)
}

const PLACE_LANGUAGE = { placeKk: 'kk', placeRu: 'ru', placeEn: 'en' } as const satisfies Record<
	string,
	Language
>

/** Where it was published, with what proves it. */
export function ChannelForm({ shown, filled }: Given) {
	const { t } = useTranslation(['holding', 'hearings', 'law', 'common'])
	const { channels, languages, published, plan, today } = shown
	const optional = t('common:form.optional')
	const named = (channel: string) => t(`law:hearing.channel.${channel as 'newspaper'}`)
	return (
		<section className="stack" id="channels">
			<Heading level={2} size="sm">
				{t('hearings:channels.title')}
			</Heading>
			{published.length > 0 && (
				<ul>
					{published.map(({ id, channel, name, language, publishedOn }) => (
						<li key={id}>
							{named(channel)}: {name}, {LANGUAGE_NAMES[language as Language] ?? language},{' '}
							<Time on={publishedOn} format="plain" />
						</li>
					))}
				</ul>
			)}
			{plan.missing.length > 0 && (
				<Notice tone="warning" level={3} heading={t('hearings:channels.missing')}>
					<ul>
						{plan.missing.map(({ channel, language, count }) => (
							<li key={channel + language}>
								{named(channel)}, {LANGUAGE_NAMES[language as Language] ?? language}: {count}
							</li>
						))}
					</ul>
				</Notice>
			)}
			<Form method="post" className="form" encType="multipart/form-data">
				<Field
					name="channel"
					type="select"
					label={t('holding:channel.channel')}
					defaultValue={filled.value('channel')}
					error={filled.problem('channel')}
					options={channels.map((channel) => ({ value: channel, label: named(channel) }))}
					width="medium"
				/>
				<Field
					name="name"
					label={t('holding:channel.name')}
					description={t('holding:channel.nameHelp')}
					defaultValue={filled.value('name')}
					error={filled.problem('name')}
				/>
				<Field
					name="language"
					type="select"
					label={t('hearings:channels.language')}
					defaultValue={filled.value('language')}
					error={filled.problem('language')}
					options={languages.map((one) => ({
						value: one,
						label: LANGUAGE_NAMES[one as Language] ?? one,
					}))}
					width="short"
				/>
				<Field
					name="publishedOn"
					type="date"
					width="short"
					label={t('hearings:channels.on')}
					max={today}
					defaultValue={filled.value('publishedOn')}
					error={filled.problem('publishedOn')}
				/>
				<Field
					name="link"
					type="url"
					label={t('holding:channel.link')}
					optional={optional}
					defaultValue={filled.value('link')}
					error={filled.problem('link')}
				/>
				<Field
					name="file"
					type="file"
					label={t('holding:channel.file')}
					optional={optional}
					error={filled.problem('file')}
				/>
				<Button name="intent" value="channel" variant="secondary">
					{t('holding:channel.button')}
				</Button>
			</Form>
		</section>
	)
}
