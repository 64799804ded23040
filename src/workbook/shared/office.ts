import type { Plan } from '../../domain/plan/plan';
import { fold } from '../../domain/text';
import { formatDate } from '../../messages/language';

/** The office a report goes out from, as the head and the foot of its documents name it. */
export type Office = {
  /** State documents follow Nghị định 30/2020/NĐ-CP; the Party's have a head of their own. */
  readonly kind: 'state' | 'party';
  /** The body above the office; null where the office stands by itself. */
  readonly above: string | null;
  /** The office's name, on as many lines as its letterhead has. */
  readonly name: string;
  /** What stands behind the document's number: "/BC-SKHCN". */
  readonly symbol: string;
  /** Who signs, on as many lines as it takes. */
  readonly signer: string;
  /** Who gets the document, without the office's own file. */
  readonly recipients: readonly string[];
};

const COMMITTEE = /^Ủy ban nhân dân /u;
const PARTY = /^(?:Ban (?:Thường vụ|Chấp hành)(?: Đảng bộ)? )?(?:Tỉnh|Thành|Huyện|Thị|Quận) ủy /u;

/** Who signs for an office whose name begins so. */
const signers: readonly (readonly [RegExp, string])[] = [
  [/^Sở /u, 'GIÁM ĐỐC'],
  [/^Phòng /u, 'TRƯỞNG PHÒNG'],
  [/^Văn phòng /u, 'CHÁNH VĂN PHÒNG'],
  [/^Ban /u, 'TRƯỞNG BAN'],
];

function upper(words: string): string {
  return words.toLocaleUpperCase('vi-VN');
}

/** The first letters of a name's syllables, without "và" and marks, as symbols of documents have them. */
function initials(name: string): string {
  return upper(
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .split(/[\s,-]+/)
      .filter((syllable) => syllable !== '' && syllable !== 'va')
      .map((syllable) => syllable.charAt(0))
      .join(''),
  );
}

/**
 * The office a plan's report goes out from: the one the plan says returns go to, or else the
 * body that issued the plan.
 */
export function officeOf({ issuer, reporting }: Plan): Office {
  const committee = issuer.replace(COMMITTEE, 'UBND ');
  const { recipient } = reporting;
  if (recipient !== null && !fold(issuer).startsWith(fold(recipient)))
    return {
      kind: 'state',
      above: upper(committee),
      name: upper(recipient),
      symbol: `/BC-${initials(recipient)}`,
      signer: signers.find(([begins]) => begins.test(recipient))?.[1] ?? 'THỦ TRƯỞNG CƠ QUAN',
      recipients: [`${committee} (để báo cáo)`, 'Các cơ quan chủ trì'],
    };
  if (PARTY.test(issuer))
    return {
      kind: 'party',
      above: null,
      name: upper(issuer.replace(/^Ban (?:Thường vụ|Chấp hành)(?: Đảng bộ)? /u, '')),
      symbol: `-BC/${initials(PARTY.exec(issuer)?.[0].split(' ').slice(-3, -1).join(' ') ?? '')}`,
      signer: 'T/M BAN THƯỜNG VỤ',
      recipients: ['Các cơ quan chủ trì'],
    };
  const isCommittee = issuer.startsWith('Ủy ban nhân dân ');
  return {
    kind: 'state',
    above: null,
    name: upper(issuer.replace(COMMITTEE, 'Ủy ban nhân dân\n')),
    symbol: `/BC-${isCommittee ? 'UBND' : initials(issuer)}`,
    signer: isCommittee ? 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH' : 'THỦ TRƯỞNG CƠ QUAN',
    recipients: ['Các cơ quan chủ trì'],
  };
}

/** A plan as a sentence names it: "kế hoạch số 37/KH-UBND ngày 20/02/2025 của …". */
export function planWords({ title, documentNumber, documentDate, issuer }: Plan): string {
  const kind = fold(title).startsWith('chuong trinh hanh dong')
    ? 'chương trình hành động'
    : 'kế hoạch';
  return [
    kind,
    ...(documentNumber === null ? [] : [`số\u00a0${documentNumber}`]),
    ...(documentDate === null ? [] : [`ngày\u00a0${formatDate(documentDate)}`]),
    `của ${issuer}`,
  ].join(' ');
}

/** Whom an annex says its report is of: the office, within a sentence. */
export function compilerWords({ issuer, reporting }: Plan): string {
  return reporting.recipient !== null && !fold(issuer).startsWith(fold(reporting.recipient))
    ? reporting.recipient
    : issuer;
}
