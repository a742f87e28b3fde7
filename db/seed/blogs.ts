import { correctPost, publishPost, schedulePost } from '#app/blogs/publish.server.ts'
import { addPicture, editPost, type PostText, startPost } from '#app/blogs/write.server.ts'
import { keepFiles } from '#app/files/keep.server.ts'
import { putBytes } from '#app/files/store.server.ts'
import type { Actor } from '#app/people/actor.ts'
import type { Writer } from '#db/store.ts'
import { offices } from './content/offices.ts'
import { posts } from './content/posts.ts'
import type { Lang, PostSeed, Words } from './content/types.ts'
import { actors } from './people.ts'
import { type Drawn, drawPicture } from './picture.ts'
import { mustBe, type Step } from './steps.ts'
import { momentOf, type Timeline, ZONE } from './timeline.ts'

/** The language of record first. */
const LANGUAGES: readonly Lang[] = ['kk', 'ru', 'en']

/** The posts, and where their ids will be found once they are written. */
export async function postSteps(timeline: Timeline): Promise<{ steps: Step[]; ids: Map<string, string> }> {
	const ids = new Map<string, string>()
	const steps: Step[] = []
	for (const post of posts) {
		const drawn = post.picture && (await drawPicture(post.picture.seed, post.key === 'P12' ? 'snow' : 'haze'))
		const kept = drawn && { ...drawn, sha256: await putBytes(drawn.bytes) }
		steps.push(...stepsOf(post, timeline, ids, kept))
	}
	return { steps, ids }
}

type Kept = Drawn & { sha256: string }

function stepsOf(post: PostSeed, timeline: Timeline, ids: Map<string, string>, kept?: Kept): Step[] {
	const at = timeline.moment(post.when)
	const [executor, approver] = deskOf(post)
	const acting = { zone: ZONE, actor: approver }
	const postId = () => ids.get(post.key) as string
	const steps: Step[] = []

	// What is published was written the working day before; a draft was last written to at its own moment.
	const writtenAt = post.state === 'draft' ? at : momentOf(timeline.workingDay(dayBefore(post)), '15:00')
	steps.push({
		at: writtenAt,
		what: `${post.key} written`,
		work: async (tx) => {
			ids.set(post.key, await write(tx, post, { actor: executor, now: writtenAt, kept }))
		},
	})
	if (post.state === 'published')
		steps.push({
			at,
			what: `${post.key} published`,
			work: async (tx) => {
				mustBe('publishing', await publishPost(tx, { postId: postId(), now: at, ...acting }))
			},
		})
	if (post.state === 'scheduled') {
		const now = new Date(writtenAt.getTime() + 60 * 60_000)
		steps.push({
			at: now,
			what: `${post.key} scheduled`,
			work: async (tx) => {
				mustBe('scheduling', await schedulePost(tx, { postId: postId(), publishAt: at, now, ...acting }))
			},
		})
	}
	const { correction } = post
	if (correction) {
		const now = timeline.moment(correction.when)
		steps.push({
			at: now,
			what: `${post.key} corrected`,
			work: async (tx) => {
				for (const lang of LANGUAGES) {
					const text = textOf(post, lang)
					const note = correction.note[lang]
					mustBe('correcting', await correctPost(tx, { postId: postId(), text, note, now, ...acting }))
				}
			},
		})
	}
	return steps
}

function deskOf({ office }: PostSeed): [Actor, Actor] {
	const body = offices.find(({ slug }) => slug === office)?.body
	return [actors.get(`${body}-executor`) as Actor, actors.get(`${body}-approver`) as Actor]
}

const dayBefore = ({ when, state }: PostSeed) => (state === 'scheduled' || !('wd' in when) ? -1 : when.wd - 1)

async function write(
	tx: Writer,
	post: PostSeed,
	{ actor, now, kept }: { actor: Actor; now: Date; kept?: Kept | undefined },
): Promise<string> {
	const first = firstTextOf(post, 'kk')
	const { postId } = mustBe(
		'starting',
		await startPost(tx, { officeId: post.office, text: first, actor, now, zone: ZONE }),
	)
	if (post.picture && kept) await addDrawing(tx, post.picture, { postId, actor, now, kept })
	for (const lang of LANGUAGES)
		mustBe('editing', await editPost(tx, { postId, text: firstTextOf(post, lang), actor, now }))
	return postId
}

async function addDrawing(
	tx: Writer,
	{ alt, caption }: { alt: Words; caption: Words },
	{ postId, actor, now, kept }: { postId: string; actor: Actor; now: Date; kept: Kept },
): Promise<void> {
	const { sha256, width, height, bytes } = kept
	const file = { sha256, name: 'drawing.webp', mediaType: 'image/webp' as const, size: bytes.length }
	const [fileId] = await keepFiles(tx, { stored: [file], by: actor.personId, now })
	mustBe(
		'adding a picture',
		await addPicture(tx, {
			postId,
			fileId: fileId as string,
			width,
			height,
			alternatives: alt,
			captions: caption,
			actor,
		}),
	)
}

const textOf = (post: PostSeed, language: Lang): PostText => ({
	language,
	title: post.title[language],
	summary: post.summary[language],
	markdown: post.body[language],
})

/** As it was before its correction. */
function firstTextOf(post: PostSeed, lang: Lang): PostText {
	const text = textOf(post, lang)
	if (!post.correction) return text
	const { was, now } = post.correction
	return { ...text, markdown: text.markdown.replace(now[lang], was[lang]) }
}
