// Signing with NCALayer, the program of Kazakhstan's certification authority that keeps the keys on this computer.
// It is asked when the button is pressed, not before; where it does not run, the page has its other ways.

const ADDRESS = 'wss://127.0.0.1:13579/'

for (const place of document.querySelectorAll('[data-ncalayer]')) offer(place)

function connected() {
	return new Promise((resolve, reject) => {
		const socket = new WebSocket(ADDRESS)
		socket.onopen = () => resolve(socket)
		socket.onerror = reject
	})
}

function offer(place) {
	const button = place.querySelector('button')
	const problem = place.querySelector('[role=alert]')
	place.hidden = false
	button.onclick = async () => {
		problem.hidden = true
		button.disabled = true
		let socket
		try {
			socket = await connected()
			const signature = await signed(socket, place.dataset.ncalayer)
			// Whoever has closed its window wanted nothing.
			if (!signature) return
			const form = document.getElementById(place.dataset.form)
			form.elements.signatureText.value = signature
			form.requestSubmit(form.querySelector('button[value=sign]'))
		} catch {
			problem.hidden = false
		} finally {
			socket?.close()
			button.disabled = false
		}
	}
}

/** By the module `basics`; before 2022 NCALayer had `commonUtils` alone. */
async function signed(socket, data) {
	const answer = await asked(socket, {
		module: 'kz.gov.pki.knca.basics',
		method: 'sign',
		args: {
			allowedStorages: [],
			format: 'cms',
			data,
			signingParams: { decode: true, encapsulate: true, digested: false },
			signerParams: { extKeyUsageOids: [] },
			locale: document.documentElement.lang,
		},
	})
	if (answer.status === true) return [answer.body?.result].flat()[0]
	if (answer.errorCode !== 'MODULE_NOT_FOUND') throw new Error('not signed')
	const older = await asked(socket, {
		module: 'kz.gov.pki.knca.commonUtils',
		method: 'createCMSSignatureFromBase64',
		args: ['PKCS12', 'SIGNATURE', data, true],
	})
	if (older.message === 'action.canceled') return undefined
	if (older.code !== '200') throw new Error('not signed')
	return older.responseObject
}

const BEATS = '--heartbeat--'

function asked(socket, question) {
	return new Promise((resolve, reject) => {
		socket.onclose = reject
		socket.onmessage = ({ data }) => {
			const answer = data === BEATS ? {} : JSON.parse(data)
			// It greets with its version, and says from time to time that it is there.
			if ('status' in answer || 'code' in answer || 'errorCode' in answer) resolve(answer)
		}
		socket.send(JSON.stringify(question))
	})
}
