import { decoderOf } from '../../../src/gateways/documents/oldLetters';
import { readDocument } from '../../../src/gateways/documents/readDocument';
import { readDocument as readPlan } from '../../../src/reading/readPlan';
import { docxOf, tbl, tc } from '../../support/docx';

it.each([
  [
    'TCVN 5712',
    'KÕ ho¹ch hµnh ®éng thùc hiÖn NghÞ quyÕt sè 57-NQ/TW n¨m 2025 cña ñy ban nh©n d©n tØnh; n\u00adíc s¹ch',
    'Kế hoạch hành động thực hiện Nghị quyết số 57-NQ/TW năm 2025 của ủy ban nhân dân tỉnh; nước sạch',
  ],
  [
    'TCVN 5712 in capitals',
    'KÕ HO¹CH TRIÓN KHAI §Ò ¸N vÒ ph¸t triÓn khoa häc; Së KH&CN chñ tr×',
    'KẾ HOẠCH TRIỂN KHAI ĐỀ ÁN về phát triển khoa học; Sở KH&CN chủ trì',
  ],
  [
    'VNI',
    'Keá hoaïch haønh ñoäng thöïc hieän Nghò quyeát cuûa UÛy ban nhaân daân tænh; ngöôøi daân, kyõ thuaät, chính saùch',
    'Kế hoạch hành động thực hiện Nghị quyết của Ủy ban nhân dân tỉnh; người dân, kỹ thuật, chính sách',
  ],
  ['VNI in capitals', 'KEÁ HOAÏCH ÑOÅI MÔÙI SAÙNG TAÏO', 'KẾ HOẠCH ĐỔI MỚI SÁNG TẠO'],
])('puts the letters of %s into Unicode', (_, old, modern) => {
  expect(decoderOf(old)?.(old)).toBe(modern);
});

it.each([
  'Kế hoạch hành động thực hiện Nghị quyết số 57-NQ/TW',
  'Ke hoach hanh dong 2025, ty le 85 % (± 2), 10 m² · 5 µm',
  'La educación, el niño y el camión están aquí',
  '',
])('leaves text that is in Unicode as it is: %j', (text) => {
  expect(decoderOf(text)).toBeNull();
});

const LINES = [
  'KÕ ho¹ch hµnh ®éng thùc hiÖn NghÞ quyÕt sè 57-NQ/TW',
  'TT\tNhiÖm vô\tC¬ quan chñ tr×\tThêi gian',
  '1\tBan hµnh kÕ ho¹ch chuyÓn ®æi sè\tSë Khoa häc vµ C«ng nghÖ\tQuý I/2026',
];

it.each<readonly [string, Uint8Array]>([
  ['text', Uint8Array.from(LINES.join('\n'), (sign) => sign.charCodeAt(0))],
  [
    'Word',
    docxOf({
      body: tbl(
        [700, 3600, 1800, 1700],
        [
          ['TT', 'Nhieäm vuï', 'Cô quan chuû trì', 'Thôøi gian'],
          [
            '1',
            'Ban haønh keá hoaïch chuyeån ñoåi soá',
            'Sôû Khoa hoïc vaø Coâng ngheä',
            'Quyù I/2026',
          ],
        ].map((row) => row.map((text) => tc(text))),
      ),
    }),
  ],
])('reads a plan that was written before Unicode: %s', async (_, bytes) => {
  const document = await readDocument(bytes, 'a');
  const read = document.ok ? readPlan(document.value) : document;
  const tasks = read.ok ? read.value.plan.tasks : [];
  expect(tasks.map(({ name, leadText, timeText }) => [name, leadText, timeText])).toEqual([
    ['Ban hành kế hoạch chuyển đổi số', 'Sở Khoa học và Công nghệ', 'Quý I/2026'],
  ]);
});
