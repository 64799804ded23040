import type { Pace } from '../../domain/plan/plan';
import { tidy } from '../../domain/text';
import { plain } from './plain';
import { rankUnit } from './targetLexicon';

/** A name that counts places. */
const rankName = /^(?:xep hang|thu hang|vi tri)\b/;

/** A target that is a place: "Top 3", "nhóm 20 tỉnh, thành", "xếp thứ 10". */
const rankTarget =
  /\btop ?\d|\bnhom \d+ (?:tinh|thanh|dia phuong|quoc gia|nuoc)\b|\b(?:xep|dung) thu\b|\b(?:thu hang|vi tri thu) \d/;

/** Due anew every year. */
const annual =
  /\b(?:hang|moi) nam\b|\/ ?nam\b|\btang(?: truong)? (?:binh quan|trung binh)\b|\btoc do tang\b[^,;]*\b(?:binh quan|trung binh)\b/;

/** A yearly amount in a name that counts who has it: "doanh nghiệp có doanh thu trên 50 tỷ đồng/năm". */
const yearlyAmount = /\b(?:dong|usd) ?\/ ?nam\b/g;

/**
 * Reads how an indicator moves from the words of its row (design §4): `rank` for a unit, a name
 * or a target that is a place ("Thứ bậc", "Top 10"), `annual` for what is due anew every year
 * ("hằng năm", "%/năm", "tăng trung bình"), otherwise `level`: "tăng so với năm 2025" is a level.
 */
export function readPace(row: {
  readonly name: string;
  readonly unit: string | null;
  readonly targetText: string | null;
}): Pace {
  const [name = '', unit = '', target = ''] = [row.name, row.unit, row.targetText].map((text) =>
    plain(tidy(text ?? '')),
  );
  if (rankUnit.test(unit) || rankTarget.test(target) || (unit === '' && rankName.test(name)))
    return 'rank';
  const own = unit.startsWith('%') ? name.replace(yearlyAmount, '') : name;
  return annual.test(own) || annual.test(unit) || annual.test(target) ? 'annual' : 'level';
}
