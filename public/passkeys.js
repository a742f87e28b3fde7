// Passkeys. A form with a field `passkey` asks the browser for one before it is sent, unless a code was typed.
// Every such form works without this script by its code; what only a passkey can do is shown by it alone.

const able = Boolean(window.PublicKeyCredential && navigator.credentials)

if (able) for (const part of document.querySelectorAll('[data-passkey-only]')) part.hidden = false

document.addEventListener('submit', async (event) => {
	const form = event.target
	const field = form.querySelector('input[name=passkey]')
	// A button that takes no act, such as the way back, needs no proof of who presses it.
	if (!able || !field || field.value || event.submitter?.formNoValidate) return
	if (form.querySelector('input[name=factorCode]')?.value.trim()) return
	event.preventDefault()
	form.setAttribute('aria-busy', 'true')
	try {
		field.value = JSON.stringify(await ask(field.dataset.ceremony))
		form.requestSubmit(event.submitter)
	} catch {
		// Refused by the person, out of time, or no passkey here: the code is the other way.
		for (const said of form.querySelectorAll('[data-passkey-failed]')) said.hidden = false
		form.querySelector('input[name=factorCode]')?.focus()
	}
	form.removeAttribute('aria-busy')
})

/** Asks the site what is to be signed, and the browser to sign it. */
async function ask(ceremony) {
	const answer = await fetch(`/passkeys/${ceremony}`, { method: 'POST' })
	if (!answer.ok) throw new Error(`no challenge: ${answer.status}`)
	const options = await answer.json()
	const publicKey = { ...options, challenge: bytes(options.challenge) }
	if (ceremony !== 'create') {
		publicKey.allowCredentials = options.allowCredentials.map(descriptor)
		const credential = await navigator.credentials.get({ publicKey })
		const { authenticatorData, signature, userHandle } = credential.response
		return sent(credential, {
			authenticatorData: text(authenticatorData),
			signature: text(signature),
			userHandle: userHandle ? text(userHandle) : undefined,
		})
	}
	publicKey.user = { ...options.user, id: bytes(options.user.id) }
	publicKey.excludeCredentials = options.excludeCredentials.map(descriptor)
	const credential = await navigator.credentials.create({ publicKey })
	return sent(credential, {
		attestationObject: text(credential.response.attestationObject),
		transports: credential.response.getTransports?.(),
	})
}

function sent({ id, rawId, type, response }, more) {
	return {
		id,
		rawId: text(rawId),
		type,
		response: { clientDataJSON: text(response.clientDataJSON), ...more },
	}
}

const descriptor = (known) => ({ ...known, id: bytes(known.id) })

function bytes(base64url) {
	const signs = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'))
	return Uint8Array.from(signs, (sign) => sign.charCodeAt(0))
}

function text(buffer) {
	const signs = String.fromCharCode(...new Uint8Array(buffer))
	return btoa(signs).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
