// Fills the places of the room again when it changes. What everybody sees comes as one stream of events, or is asked
// for where there is none; the page says the same without it.
const root = document.querySelector('[data-room]')
const language = document.documentElement.lang
const time = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23',
	timeZone: root?.dataset.zone,
})
const numbers = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language)
const POLL_MS = 5000
let version = Number(root?.dataset.version)
/** How far the clock of the server is ahead of this one. */
let ahead = 0

/** Those of an element that belong to it and not to a row within it. */
const own = (element, selector) =>
	[...element.querySelectorAll(selector)].filter(
		(place) => place.parentElement.closest('[data-key], [data-part]') === element || place === element,
	)

const inLanguage = (value) =>
	value !== null && typeof value === 'object' && language in value ? value[language] : value

function put(place, value, row) {
	if (place.localName === 'time') place.dateTime = value ?? ''
	const words = wordsFor(place, value)
	// What has not changed is not read out again.
	if (place.textContent !== words) place.textContent = words
	if ('lang' in place.dataset && row.language) place.lang = row.language
}

function wordsFor(place, value) {
	if (place.dataset.words) return JSON.parse(place.dataset.words)[String(value)] ?? ''
	if (place.localName === 'time') return value ? time.format(new Date(value)) : ''
	return typeof value === 'number' ? numbers.format(value) : (value ?? '')
}

function fill(element, row) {
	for (const place of own(element, '[data-field]')) put(place, inLanguage(row[place.dataset.field]), row)
	for (const place of own(element, '[data-value]')) place.value = row[place.dataset.value] ?? ''
	for (const place of own(element, '[data-if]')) {
		const value = row[place.dataset.if]
		const { is } = place.dataset
		place.hidden =
			is === undefined ? value === null || value === undefined : !is.split(' ').includes(String(value))
	}
	for (const list of own(element, '[data-list]')) fillList(list, row[list.dataset.list] ?? [])
}

/** Rows keep their elements, so that whoever stands on a button of one stays there. */
function fillList(list, rows) {
	const template = list.querySelector(':scope > template')
	const before = new Map(
		[...list.children].filter((child) => child.dataset.key).map((child) => [child.dataset.key, child]),
	)
	let last = null
	for (const row of rows) {
		let element = before.get(row.id)
		if (!element) {
			element = template.content.firstElementChild.cloneNode(true)
			element.dataset.key = row.id
		}
		before.delete(row.id)
		fill(element, row)
		const there = last ? last.nextElementSibling : list.firstElementChild
		if (there !== element) move(element, () => list.insertBefore(element, there))
		last = element
	}
	for (const gone of before.values()) gone.remove()
}

function move(element, work) {
	const held = element.contains(document.activeElement) ? document.activeElement : null
	work()
	held?.focus()
}

/** The most wished for come first; the one that is being answered before them. */
function order(list, votes) {
	const rank = (element) =>
		element.dataset.state === 'live'
			? 1e9
			: element.dataset.state === 'answered'
				? -1
				: (votes[element.dataset.key] ?? 0)
	const rows = [...list.children].filter((child) => child.dataset.key)
	const sorted = rows.toSorted((a, b) => rank(b) - rank(a))
	for (const [at, element] of sorted.entries())
		if (list.children[at] !== element) move(element, () => list.insertBefore(element, list.children[at]))
}

const known = {}

/** Nobody's half written words are to go. */
const isTyping = () =>
	document.activeElement?.matches('textarea, input, select') ||
	[...document.querySelectorAll('textarea, input')].some((field) => field.value !== field.defaultValue)

/** As soon as nobody is writing on this page. */
function renew() {
	if (isTyping()) setTimeout(renew, 2000)
	else location.reload()
}

function show({ version: newer, at, ...parts }) {
	ahead = new Date(at) - Date.now()
	const isNew = newer !== version
	version = newer
	// Who leads has buttons beside each who waits: their page is asked for anew.
	if (isNew && 'renews' in root.dataset && (parts.queue || parts.agenda) && !isTyping())
		return void location.reload()
	const state = root.dataset.state
	Object.assign(known, parts)
	// Another state of the session is another page, with other doors; they do not all go through them at once.
	if (parts.room && parts.room.state !== state) return void setTimeout(renew, Math.random() * 4000)
	for (const [name, part] of Object.entries(parts)) {
		if (Array.isArray(part)) {
			for (const list of root.querySelectorAll(`[data-list="${name}"]`))
				if (!list.parentElement.closest('[data-key]')) fillList(list, part)
		} else
			for (const place of root.querySelectorAll(`[data-part="${name}"]`)) {
				place.hidden = part === null
				fill(place, part ?? {})
			}
		const some = Array.isArray(part) ? part.length > 0 : part !== null
		for (const place of root.querySelectorAll(`[data-none="${name}"]`)) place.hidden = some
	}
	const questions = root.querySelector('[data-list="questions"]')
	if (questions && (parts.questions || parts.votes)) showQuestions(questions)
	tick()
}

function showQuestions(list) {
	const votes = known.votes ?? {}
	for (const { id, state } of known.questions ?? []) {
		const element = list.querySelector(`[data-key="${CSS.escape(id)}"]`)
		if (element) element.dataset.state = state
	}
	for (const place of list.querySelectorAll('[data-votes]'))
		place.textContent = numbers.format(votes[place.closest('[data-key]')?.dataset.key] ?? 0)
	order(list, votes)
}

/** What is left of a speech; whoever listens instead of reading hears only that it began. */
function tick() {
	for (const place of root.querySelectorAll('[data-timer]')) {
		const ends = place.parentElement.querySelector('[data-field="endsAt"]')?.dateTime
		if (!ends) continue
		const left = Math.round((new Date(ends) - Date.now() - ahead) / 1000)
		const seconds = Math.abs(left)
		place.textContent = `${left < 0 ? '−' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
		place.toggleAttribute('data-over', left < 0)
	}
}

/** As often as a browser without events may ask; the answer is mostly that nothing is new. */
async function ask() {
	if (!document.hidden) {
		const answer = await fetch(root.dataset.at, { cache: 'no-cache' })
		if (answer.ok) {
			const state = await answer.json()
			if (state.version !== version) show(state)
		}
	}
}

if (root) {
	setInterval(tick, 1000)
	tick()
	const askInstead = () => setInterval(() => ask().catch(() => {}), POLL_MS)
	if (typeof EventSource === 'function') {
		const stream = new EventSource(root.dataset.stream)
		stream.onmessage = ({ data }) => show(JSON.parse(data))
		// It comes back by itself; only where it was refused it does not.
		stream.onerror = () => {
			if (stream.readyState === EventSource.CLOSED) askInstead()
		}
	} else askInstead()
}
