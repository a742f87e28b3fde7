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
		try {
			const signature = await signed(await connected(), place.dataset.ncalayer)
			if (!signature) return
			const form = document.getElementById(place.dataset.form)
			form.elements.signatureText.value = signature
			form.requestSubmit(form.querySelector('button[value=sign]'))
		} catch {
			problem.hidden = false
		} finally {
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
	const older = await asked(socket, {
		module: 'kz.gov.pki.knca.commonUtils',
		method: 'createCMSSignatureFromBase64',
		args: ['PKCS12', 'SIGNATURE', data, true],
	})
	if (older.code !== '200') throw new Error('not signed')
	return older.responseObject
}

function asked(socket, question) {
	return new Promise((resolve, reject) => {
		socket.onclose = reject
		socket.onmessage = ({ data }) => {
			const answer = JSON.parse(data)
			// It greets with its version.
			if (answer.result?.version) return
			resolve(answer)
		}
		socket.send(JSON.stringify(question))
	})
}
