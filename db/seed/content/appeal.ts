import type { Words } from './types.ts'

/** How to complain about an answer: what every answer must say (APPC 80(5), 91, 92). */
export const appeal: Words = {
	kk: 'Жауаппен келіспесеңіз, оны алған күннен бастап үш ай ішінде жоғары тұрған органға шағым жасай аласыз. Шағым осы сауалдың бетінен беріледі, істің материалдары оған автоматты түрде қоса тіркеледі (ӘРПК 91, 92-баптары).',
	ru: 'Если вы не согласны с ответом, его можно обжаловать в вышестоящем органе в течение трёх месяцев со дня получения. Жалоба подаётся со страницы этого вопроса, материалы дела прилагаются к ней сами (статьи 91, 92 АППК).',
	en: 'If you do not agree with this answer, you may complain to the superior body within three months of receiving it. The complaint is filed from the page of this question, and the case file goes with it (APPC articles 91 and 92).',
}
