// Renews the number of a petition while its page is in sight. The page says the same without it.
const total = document.querySelector('[data-count]')
const EVERY_MS = 10_000

if (total) {
	const number = total.querySelector('[data-confirmed]')
	const progress = total.querySelector('progress')
	const inWords = new Intl.NumberFormat(document.documentElement.lang)
	let etag = ''

	async function renew() {
		if (document.hidden) return
		const answer = await fetch(total.dataset.count, etag ? { headers: { 'If-None-Match': etag } } : {})
		if (answer.status !== 200) return
		etag = answer.headers.get('ETag') ?? ''
		const { confirmed } = await answer.json()
		if (!Number.isInteger(confirmed)) return
		const words = inWords.format(confirmed)
		// Said again only when it has changed.
		if (number.textContent !== words) number.textContent = words
		if (progress) progress.value = Math.min(confirmed, progress.max)
	}

	setInterval(() => renew().catch(() => {}), EVERY_MS)
	document.addEventListener('visibilitychange', () => renew().catch(() => {}))
}
