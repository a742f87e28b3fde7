import type { Letter } from './letter.server.ts'

type Said = Pick<Letter, 'language' | 'subject' | 'paragraphs' | 'list' | 'action' | 'footer'>

/** For whoever reads mail without pictures and colours. */
export function plainText({ paragraphs, list, action, footer }: Said): string {
	const listed = list.length > 0 ? [list.map((item) => `- ${item}`).join('\n')] : []
	const [first = '', ...rest] = paragraphs
	return `${[first, ...listed, ...rest, `${action.label}:\n${action.address}`, `-- \n${footer}`].join('\n\n')}\n`
}

/** The same words. Mail programs know no style sheets, so each part carries its own style. */
export function hypertext({ language, subject, paragraphs, list, action, footer }: Said): string {
	const [first = '', ...rest] = paragraphs
	const listed = list.length > 0 ? `<ul style="${LIST}">${list.map(item).join('')}</ul>` : ''
	return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="${BODY}">
<div style="${PAGE}">
<p style="${NAME}">Jauap</p>
${paragraph(first)}
${listed}${rest.map(paragraph).join('\n')}
<p style="${TEXT}"><a href="${escaped(action.address)}" style="${BUTTON}">${escaped(action.label)}</a></p>
<p style="${FOOTER}">${escaped(footer)}</p>
</div>
</body>
</html>
`
}

const BODY = 'margin:0;background:#f4f7f8;color:#1e2a30;font:16px/1.5 Golos Text,Arial,sans-serif'
const PAGE = 'max-width:36em;margin:0 auto;padding:24px;background:#ffffff'
const NAME = 'margin:0 0 24px;color:#00697d;font-weight:bold'
const TEXT = 'margin:0 0 16px;white-space:pre-line'
const LIST = 'margin:0 0 16px;padding-left:20px'
const BUTTON =
	'display:inline-block;padding:10px 18px;border-radius:4px;background:#00697d;color:#ffffff;text-decoration:none'
const FOOTER = 'margin:32px 0 0;padding-top:12px;border-top:1px solid #c9d3d7;color:#4a5a62;font-size:14px'

const paragraph = (text: string) => `<p style="${TEXT}">${escaped(text)}</p>`
const item = (text: string) => `<li>${escaped(text)}</li>`

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] as string)
