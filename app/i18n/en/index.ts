import blogs from './blogs.json'
import clock from './clock.json'
import common from './common.json'
import considering from './considering.json'
import desk from './desk.json'
import dossiers from './dossiers.json'
import hearings from './hearings.json'
import holding from './holding.json'
import inquiries from './inquiries.json'
import invalidating from './invalidating.json'
import law from './law.json'
import mail from './mail.json'
import notices from './notices.json'
import oversight from './oversight.json'
import people from './people.json'
import petitions from './petitions.json'
import proposing from './proposing.json'
import protocols from './protocols.json'
import remarks from './remarks.json'
import rooms from './rooms.json'
import signatures from './signatures.json'
import signing from './signing.json'

export default {
	common,
	clock,
	law,
	inquiries,
	blogs,
	people,
	desk,
	notices,
	oversight,
	mail,
	signatures,
	petitions,
	proposing,
	signing,
	considering,
	invalidating,
	hearings,
	holding,
	dossiers,
	remarks,
	rooms,
	protocols,
}
