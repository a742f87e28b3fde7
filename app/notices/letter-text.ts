import type { Letter, ListedLine } from './letter.server.ts'

type Said = Pick<Letter, 'language' | 'subject' | 'paragraphs' | 'list' | 'action' | 'footer' | 'unsubscribe'>

/** For whoever reads mail without pictures and colours. */
export function plainText({ paragraphs, list, action, footer, unsubscribe }: Said): string {
	const [first = '', ...rest] = paragraphs
	const listed = groupsOf(list).map(({ about, lines }) =>
		[...(about ? [about] : []), ...lines.map(line)].join('\n'),
	)
	const under = unsubscribe ? `${footer}\n\n${unsubscribe.label}:\n${unsubscribe.address}` : footer
	return `${[first, ...listed, ...rest, `${action.label}:\n${action.address}`, `-- \n${under}`].join('\n\n')}\n`
}

const line = ({ text, address }: ListedLine) => `- ${text}${address ? `\n  ${address}` : ''}`

/** Lines that follow one another and are about the same thing, under its name. */
function groupsOf(list: readonly ListedLine[]): { about?: string | undefined; lines: ListedLine[] }[] {
	const groups: { about?: string | undefined; lines: ListedLine[] }[] = []
	for (const listed of list) {
		const last = groups.at(-1)
		if (last && last.about === listed.about) last.lines.push(listed)
		else groups.push({ about: listed.about, lines: [listed] })
	}
	return groups
}

/** The same words. Mail programs know no style sheets, so each part carries its own style; nothing comes from elsewhere. */
export function hypertext({
	language,
	subject,
	paragraphs,
	list,
	action,
	footer,
	unsubscribe,
}: Said): string {
	const [first = '', ...rest] = paragraphs
	return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="${BODY}">
<div style="${PAGE}">
<p style="${NAME}">Jauap</p>
<h1 style="${SUBJECT}">${escaped(subject)}</h1>
${paragraph(first)}
${groupsOf(list).map(group).join('')}${rest.map(paragraph).join('\n')}
<p style="${TEXT}">${link(action, BUTTON)}</p>
<p style="${FOOTER}">${escaped(footer)}${unsubscribe ? `<br>${link(unsubscribe, QUIET)}` : ''}</p>
</div>
</body>
</html>
`
}

const BODY = 'margin:0;background:#f4f7f8;color:#1e2a30;font:16px/1.5 Golos Text,Arial,sans-serif'
const PAGE = 'max-width:36em;margin:0 auto;padding:24px;background:#ffffff'
const NAME = 'margin:0 0 24px;color:#00697d;font-weight:bold'
const SUBJECT = 'margin:0 0 16px;font-size:20px;line-height:1.3'
const TEXT = 'margin:0 0 16px;white-space:pre-line'
const LIST = 'margin:0 0 16px;padding-left:20px'
const ABOUT = 'margin:0 0 8px;font-size:16px'
const BUTTON =
	'display:inline-block;padding:10px 18px;border-radius:4px;background:#00697d;color:#ffffff;text-decoration:none'
const FOOTER = 'margin:32px 0 0;padding-top:12px;border-top:1px solid #c9d3d7;color:#4a5a62;font-size:14px'
const QUIET = 'color:#00697d'

const paragraph = (text: string) => `<p style="${TEXT}">${escaped(text)}</p>`
const link = ({ label, address }: { label: string; address: string }, style: string) =>
	`<a href="${escaped(address)}" style="${style}">${escaped(label)}</a>`
const item = ({ text, address }: ListedLine) =>
	`<li>${address ? link({ label: text, address }, QUIET) : escaped(text)}</li>`
const group = ({ about, lines }: ReturnType<typeof groupsOf>[number]) =>
	`${about ? `<h2 style="${ABOUT}">${escaped(about)}</h2>\n` : ''}<ul style="${LIST}">${lines.map(item).join('')}</ul>\n`

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] as string)
