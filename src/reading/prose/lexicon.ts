/**
 * The words by which running text is read, as data. They are words of the language of plans and
 * of their headings; none belongs to one document.
 *
 * Words inside sentences are written in lower case with their marks, because short words differ
 * by nothing else ("từ" and "tử", "mức" and "mục"). Titles, labels and formulas are written flat
 * (see ./letters), because capitals and scans lose marks.
 */

/** A pattern that matches any of the words; the longest are tried first. */
export function anyOf(words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
}

/**
 * Stands before or after a word so that no part of a longer word is taken for it: no letter of
 * lower-case Vietnamese and no digit. (A class of all the world's letters is slow to search by.)
 */
export const EDGE_BEFORE = '(?<![a-z0-9\u00df-\u1ef9])';
/** The same at the end of a word. */
export const EDGE_AFTER = '(?![a-z0-9\u00df-\u1ef9])';

/** "Phấn đấu", as typed and as scanned. */
export const EFFORT = 'ph[aâấầẩẫậ]n [dđ][aâấầẩẫậ]u';

/** Words that say a bound and belong to the target: "trên", "tối thiểu", "từ … trở lên". */
export const qualifiers: readonly string[] = [
  'trên',
  'hơn',
  'dưới',
  'tối thiểu',
  'ít nhất',
  'tối đa',
  'nhiều nhất',
  'không quá',
  'không vượt quá',
  'không thấp hơn',
  'không dưới',
  'không ít hơn',
  'lớn hơn',
  'nhỏ hơn',
  'khoảng',
  'xấp xỉ',
  'gần',
  'từ',
];

/** Words that say a movement and belong to the target: "tăng ít nhất 10%". */
export const movements: readonly string[] = [
  'tăng',
  'tăng thêm',
  'tăng lên',
  'giảm',
  'giảm còn',
  'giảm xuống',
  'giảm xuống còn',
  'xuống còn',
  'xuống dưới',
  'còn',
  'chỉ còn',
  'rút ngắn còn',
  'rút ngắn xuống còn',
  'cắt giảm',
  'gấp',
  'tiết kiệm',
  'rút ngắn',
];

/** Words between a movement and its number: "tăng trung bình 10%". */
export const paces: readonly string[] = [
  'trung bình',
  'bình quân',
  'thêm',
  'mỗi năm',
  'hằng năm',
  'hàng năm',
];

/** Verbs between what is measured and its target; they belong to neither. */
export const copulas: readonly string[] = [
  'đạt',
  'đạt mức',
  'đạt tỷ lệ',
  'đạt tỉ lệ',
  'đạt tới',
  'chiếm',
  'chiếm tỷ trọng',
  'chiếm tỉ trọng',
  'chiếm tỷ lệ',
  'chiếm tỉ lệ',
  'là',
  'mức',
  'ở mức',
  'duy trì',
  'duy trì ở mức',
  'duy trì mức',
  'giữ vững',
  'giữ ở mức',
  'thuộc',
  'trong',
  'nằm trong',
  'vào',
  'lọt',
  'đứng',
  'xếp',
  'phủ',
  'bao phủ',
  'lên',
  'đến',
  'đảm bảo',
  'bảo đảm',
  'hướng tới',
  'hướng đến',
  'vượt',
  'bằng',
  'ổn định',
  EFFORT,
];

/** "Có": what it has is what is measured, the place that has it is not. */
export const having: readonly string[] = ['có', 'có được', 'đã có', 'có thêm'];

/** Words that begin the name of something measured. */
export const measureHeads: readonly string[] = [
  'tỷ lệ',
  'tỉ lệ',
  'tỷ trọng',
  'tỉ trọng',
  'tỷ suất',
  'số lượng',
  'số',
  'chỉ số',
  'chỉ tiêu',
  'xếp hạng',
  'thứ hạng',
  'quy mô',
  'qui mô',
  'kinh phí',
  'chi ngân sách',
  'tốc độ',
  'mức độ',
  'mức',
  'doanh thu',
  'thu nhập',
  'năng suất',
  'giá trị',
  'diện tích',
  'tổng',
  'nguồn nhân lực',
  'đóng góp',
  'tăng trưởng',
  'thu ngân sách',
  'vốn đầu tư',
];

/** Verbs that begin an aim with no subject: "Thu hút ít nhất 01 …". */
export const actions: readonly string[] = [
  'bố trí',
  'dành',
  'thu hút',
  'xây dựng',
  'hình thành',
  'thành lập',
  'phát triển',
  'đào tạo',
  'bồi dưỡng',
  'hỗ trợ',
  'triển khai',
  'tổ chức',
  'đầu tư',
  'hoàn thành',
  'kết nối',
  'ươm tạo',
  'công nhận',
  'cung cấp',
  'tuyển dụng',
  'áp dụng',
  'ứng dụng',
  'thực hiện',
  'lắp đặt',
  'đưa',
  'tạo',
  'huy động',
  'cấp',
  'số hóa',
  'số hoá',
  'công bố',
  'ban hành',
  'nâng cấp',
  'mở rộng',
];

/** Words that cannot begin the noun a share is of: "80% trong tổng số …" has no such noun. */
export const prepositions: readonly string[] = [
  'trong',
  'vào',
  'so với',
  'tại',
  'của',
  'ở',
  'đối với',
  'năm',
  'theo',
  'và',
  'trên',
  'đến',
  'cho',
  'bởi',
  'với',
  'trở',
  'khi',
  'trước',
  'sau',
  'mỗi',
  'hằng',
  'hàng',
  'như',
  'để',
  'tổng số',
  'nhằm',
  'bằng',
];

/** Verbs that begin what is said of the things counted: "hồ sơ … được xử lý". */
export const predicates: readonly string[] = [
  'được',
  'có',
  'sử dụng',
  'đáp ứng',
  'triển khai',
  'thực hiện',
  'hoàn thành',
  'ứng dụng',
  'cung cấp',
  'tham gia',
  'kết nối',
  'công khai',
  'tiếp cận',
  'đạt',
  'đảm bảo',
  'bảo đảm',
  'biết',
  'phải',
];

/** Verbs that, after a comma, begin another aim than the one measured before it. */
export const newAims: readonly string[] = [
  'hoàn thành',
  'hình thành',
  EFFORT,
  'hướng tới',
  'hướng đến',
  'tiến tới',
  'góp phần',
  'phủ sóng',
  'nâng cao',
  'tạo',
  'đưa',
  'từng bước',
];

/** What a share can be of, when it is said right after the per cent sign. */
export const shareBases: readonly string[] = [
  'grdp',
  'gdp',
  'dân số',
  'tổng chi ngân sách',
  'tổng chi ngân sách nhà nước',
  'tổng chi ngân sách thành phố',
  'tổng chi ngân sách tỉnh',
  'tổng chi ngân sách địa phương',
  'tổng chi nsnn',
];

/** What is counted; the unit of a number. */
export const countedThings: readonly string[] = [
  'doanh nghiệp',
  'tổ chức',
  'cơ sở',
  'đơn vị',
  'người',
  'lao động',
  'nhân lực',
  'chuyên gia',
  'kỹ sư',
  'cán bộ',
  'hồ sơ',
  'sản phẩm',
  'dự án',
  'nhiệm vụ',
  'đề tài',
  'mô hình',
  'trung tâm',
  'trung tâm dữ liệu',
  'khu',
  'khu công nghiệp',
  'cụm công nghiệp',
  'đô thị',
  'tỉnh',
  'thành phố',
  'quận',
  'huyện',
  'thị xã',
  'xã',
  'phường',
  'thị trấn',
  'thôn',
  'hợp tác xã',
  'sáng chế',
  'bằng sáng chế',
  'bằng độc quyền',
  'đơn',
  'đơn đăng ký',
  'văn bằng',
  'nhãn hiệu',
  'chỉ dẫn địa lý',
  'công trình',
  'công bố',
  'bài báo',
  'giải pháp',
  'nền tảng',
  'ứng dụng',
  'trường',
  'trường học',
  'bệnh viện',
  'phòng thí nghiệm',
  'viện',
  'sàn',
  'sàn giao dịch',
  'quỹ',
  'lượt',
  'lượt khách',
  'hộ',
  'hộ gia đình',
  'thuê bao',
  'giao dịch',
  'trạm',
  'trạm bts',
  'tuyến',
  'bác sĩ',
  'giường bệnh',
  'dịch vụ',
  'thủ tục',
  'thủ tục hành chính',
  'cơ sở dữ liệu',
  'bộ dữ liệu',
  'câu lạc bộ',
  'tổ',
  'nhà đầu tư',
  'nhà máy',
  'vườn ươm',
  'hội nghị',
  'sự kiện',
  'hệ thống',
  'chuỗi',
  'tiến sĩ',
  'thạc sĩ',
  'sinh viên',
  'học sinh',
  'học viên',
  'tài khoản',
  'vụ',
  'cuộc',
  'quy trình',
  'văn bản',
  'nhóm nghiên cứu',
  'khóa đào tạo',
  'lớp tập huấn',
  'chợ',
];

/** Units in which something is measured, and which are no part of its name. */
export const measures: readonly string[] = [
  '(?:nghìn tỷ |nghìn tỉ |tỷ |tỉ |triệu |nghìn |ngàn )?(?:đồng|usd|đô la)',
  'ha',
  'km²?',
  'm²',
  'm³',
  'mw',
  'tấn',
  'điểm',
  'điểm phần trăm',
];

/** Words between a number and what is counted: "5 triệu lượt". */
export const multipliers: readonly string[] = ['triệu', 'nghìn', 'ngàn', 'vạn', 'tỷ', 'tỉ', 'trăm'];

/** What makes a bare number no target: the words right before it. */
export const decoysBefore: readonly string[] = [
  'số',
  'ngày',
  'tháng',
  'năm',
  'quý',
  'điều',
  'khoản',
  'mức',
  'mức độ',
  'cấp độ',
  'cấp',
  'lớp',
  'hạng',
  'loại',
  'khóa',
  'khoá',
  'lần thứ',
  'lần',
  'thứ',
  'phụ lục',
  'bảng',
  'công nghiệp',
  'phiên bản',
  'tiêu chuẩn',
  'iso',
  'ipv',
  'giai đoạn',
  'nghị quyết',
  'quyết định',
  'thông tư',
  'nghị định',
  'chỉ thị',
  'kết luận',
  'kế hoạch',
  'chương trình',
  'covid',
  'trong vòng',
];

/** What makes a number no target: the words right after it. */
export const decoysAfter: readonly string[] = [
  'tuổi',
  'năm',
  'tháng',
  'ngày',
  'giờ',
  'phút',
  'giây',
  'vạn dân',
  'nghìn dân',
  'triệu dân',
  'dân',
];

/** Units of speed: a target after "đạt", else part of what is measured. */
export const speeds: readonly string[] = ['gb', 'gbps', 'gbit', 'mb', 'mbps', 'mbit', 'kbps'];

/** What a time is measured in; a target only of what is itself a time (see below). */
export const durations: readonly string[] = [
  'ngày làm việc',
  'ngày',
  'giờ làm việc',
  'giờ',
  'phút',
  'giây',
  'tuần',
  'tháng',
  'năm',
  'ms',
  'mili ?giây',
];

/** Heads of what is measured by a time: "Thời gian giải quyết không quá 24 giờ". */
export const durationHeads: readonly string[] = [
  'thời gian',
  'thời hạn',
  'thời lượng',
  'độ trễ',
  'số ngày',
  'số giờ',
];

/** What a number is taken for, behind a stroke: "doanh nghiệp/1.000 dân", "tỷ đồng/năm". */
export const perThings: readonly string[] = [
  '(?:\\d[\\d.]*\\s?)?(?:vạn |nghìn |ngàn |triệu )?(?:người )?dân(?: số)?',
  '(?:\\d[\\d.]*\\s?)(?:người|hộ|lao động|doanh nghiệp|sinh viên|học sinh|cán bộ)',
  'năm',
  'quý',
  'tháng',
  'tuần',
  'ngày',
  'người',
  'hộ',
  'xã',
  'phường',
  'thôn',
  'vụ',
  'lần',
  'ha',
  'km²?',
  'hồ sơ',
];

/** Heads of a place in an order, before its number. */
export const rankHeads: readonly string[] = [
  'top',
  'tốp',
  'nhóm',
  'xếp hạng',
  'xếp thứ',
  'xếp hạng thứ',
  'đứng thứ',
  'đứng hạng',
  'thứ hạng',
  'hạng thứ',
  'vị trí',
  'vị trí thứ',
];

/** Patterns that say a state to be reached where there is no number. */
export const states: readonly string[] = [
  'đạt (?:mức|trình độ|chuẩn|tiêu chuẩn|tiêu chí|yêu cầu|loại)',
  'được (?:[^\\s,;]+ ){1,4}(?:bảo đảm|đảm bảo)',
  '(?:tăng|giảm)(?: dần)? (?:hằng|hàng|qua các) năm',
];

/** Openings that say when or how, before what is measured. */
export const openings: readonly string[] = [
  'đến (?:hết |cuối )?(?:năm )?\\d{4}(?! ?[%\\p{L}])',
  'trong (?:giai đoạn )?(?:năm )?\\d{4}(?: ?[-–] ?\\d{4})?',
  'từ nay đến (?:hết )?năm \\d{4}',
  'từ năm \\d{4}(?: đến (?:hết )?năm \\d{4})?',
  'năm \\d{4}',
  'giai đoạn \\d{4} ?[-–] ?\\d{4}',
  'hằng năm',
  'hàng năm',
  'mỗi năm',
  EFFORT,
  'mục tiêu',
  'trong đó',
  'đồng thời',
  'cụ thể',
  'nhất là',
  'đặc biệt(?: là)?',
  'và',
  'tiếp tục',
  'cơ bản',
];

/** Verbs that begin what an agency does, after its name. */
export const dutyVerbs: readonly string[] = [
  'chủ trì',
  'phối hợp',
  'tham mưu',
  'chịu trách nhiệm',
  'có trách nhiệm',
  'có nhiệm vụ',
  'lãnh đạo',
  'chỉ đạo',
  'chủ động',
  'căn cứ',
  'hướng dẫn',
  'theo dõi',
  'đôn đốc',
  'kiểm tra',
  'giám sát',
  'báo cáo',
  'đề xuất',
  'xây dựng',
  'ban hành',
  'triển khai',
  'thực hiện',
  'tuyên truyền',
  'quán triệt',
  'tổng hợp',
  'rà soát',
  'nghiên cứu',
  'bố trí',
  'cân đối',
  'bảo đảm',
  'đảm bảo',
  'tập trung',
  'tăng cường',
  'đẩy mạnh',
  'phát huy',
  'tham gia',
  'tiếp tục',
  'khẩn trương',
  'tiếp nhận',
  'thường xuyên',
  'tổ chức (?:thực hiện|triển khai|tuyên truyền|quán triệt|nghiên cứu|học tập|kiểm tra|theo dõi)',
  'là (?:cơ quan|đơn vị)',
  'cụ thể hóa',
  'cụ thể hoá',
  'thể chế hóa',
  'thể chế hoá',
  'định kỳ',
  'vận động',
  'thúc đẩy',
  'cung cấp',
  'thành lập',
  'theo chức năng',
];

/** Verbs that follow those who help, as well: in the name of one that leads they may be a part. */
export const workVerbs: readonly string[] = [
  'công bố',
  'đào tạo',
  'đánh giá',
  'đầu tư',
  'hoàn thành',
  'hoàn thiện',
  'hỗ trợ',
  'huy động',
  'kết nối',
  'lập',
  'lựa chọn',
  'mở rộng',
  'nâng cao',
  'nâng cấp',
  'phát triển',
  'phê duyệt',
  'phủ sóng',
  'số hóa',
  'số hoá',
  'sửa đổi',
  'thí điểm',
  'thu hút',
  'tích hợp',
  'tổ chức',
  'trình',
  'vận hành',
];

/** Words no paragraph ends in: the line was wrapped after them. */
export const openEnds: readonly string[] = [
  'ngày',
  'tháng',
  'năm',
  // A word may as well end in it: "kinh tế số".
  '(?:quyết định|nghị quyết|nghị định|kế hoạch|chương trình|chỉ thị|kết luận|thông tư|công văn|văn bản|báo cáo|tờ trình|hướng dẫn|luật|tổng|một) số',
  'của',
  'và',
  'các',
  'những',
  'về',
  'theo',
  'tại',
  'với',
  'cho',
  'từ',
  'đến',
  'do',
  'trên',
  'trong',
  'nghị',
  'quyết định',
  'nghị quyết',
  'bộ',
  'sở',
  'ban',
  'phòng',
  'ủy ban',
];

/** How the name of an agency begins. */
export const agencyHeads: readonly string[] = [
  'sở',
  'giám đốc',
  'thủ trưởng',
  'chủ tịch',
  'bí thư',
  'người đứng đầu',
  'ban',
  'đảng đoàn',
  'đảng ủy',
  'đảng uỷ',
  'đảng bộ',
  'cấp ủy',
  'cấp uỷ',
  'thành ủy',
  'thành uỷ',
  'tỉnh ủy',
  'tỉnh uỷ',
  'huyện ủy',
  'huyện uỷ',
  'quận ủy',
  'thị ủy',
  'thường trực',
  'hội đồng',
  'hđnd',
  'ủy ban',
  'uỷ ban',
  'ubnd',
  'ub',
  'mặt trận',
  'mttq',
  'phòng(?! chống|, chống| ngừa)',
  'văn phòng',
  'công an',
  'bộ(?! chỉ số| tiêu chí| dữ liệu| công cụ| máy| thủ tục)',
  'quân sự',
  'cục',
  'chi cục',
  'tổng cục',
  'kho bạc',
  'thuế',
  'bảo hiểm',
  'ngân hàng(?! dữ liệu)',
  'trung tâm(?! dữ liệu)',
  'thanh tra',
  'đài',
  'báo(?! cáo)',
  'cổng thông tin',
  'hội(?! nhập| nghị| thảo| thi| chợ)',
  'hiệp hội',
  'liên minh',
  'liên đoàn',
  'liên hiệp',
  'đoàn(?! kết)',
  'viện',
  'trường(?! hợp)',
  'đại học',
  'học viện',
  'bệnh viện',
  'cơ sở (?:giáo dục|y tế|đào tạo|khám)',
  'nhà trường',
  'nhà mạng',
  'hợp tác xã',
  'tập đoàn',
  'tổng công ty',
  'công ty',
  'doanh nghiệp',
  'bưu điện',
  'viễn thông',
  'vnpt',
  'viettel',
  'mobifone',
  'cơ quan',
  'đơn vị',
  'địa phương',
  'tổ chức',
  'chính quyền(?! số| điện tử)',
  'ngành',
  'huyện',
  'quận',
  'xã(?! hội)',
  'phường',
  'tổ',
  'tiểu ban',
  'quỹ',
  'đồng chí',
  'lực lượng',
  'tòa án',
  'toà án',
  'thành viên',
];

/** Words before the first agency of a list that belong to its name. */
export const agencyPlurals = '(?:(?:các|toàn thể|tất cả(?: các)?|những) )?';

/** Asking or charging words before the agency's name, which are not part of it. */
export const charges: readonly string[] = [
  'đề nghị',
  'kính đề nghị',
  'giao cho',
  'giao',
  'yêu cầu',
];

/** Openings of a duty that only helps, and so names no one as the lead. */
export const helping: readonly string[] = ['phối hợp', 'tham gia', 'hỗ trợ'];

// Flat words from here on.

/** Sentences that point to targets standing elsewhere and state none. */
export const pointers: readonly string[] = [
  'chi tiet tai',
  'phu luc (?:[ivx\\d]+ )?kem theo',
  'tai phu luc',
  'theo phu luc',
  '(?:hoan thanh|dat|vuot)[^,;]{0,25} (?:cac )?(?:chi tieu|muc tieu)[^,;]* (?:giao|neu|quy dinh|de ra)',
  'nhu sau$',
  'sau day$',
];

/** Titles of sections that state targets. */
export const objectiveTitles: readonly string[] = ['muc tieu', 'chi tieu', 'tam nhin'];

/** Titles inside the objectives that state none to be measured, or something else. */
export const otherTitles: readonly string[] = [
  'muc tieu tong quat',
  'muc tieu chung',
  'tong quat',
  'muc dich',
  'yeu cau',
  'quan diem',
  'nhiem vu',
  'giai phap',
  'to chuc thuc hien',
  'kinh phi thuc hien',
];

/** Titles of sections whose items are tasks of their own. */
export const taskTitles: readonly string[] = [
  'nhiem vu cu the',
  'nhiem vu trong tam',
  'nhiem vu chu yeu',
  'phan cong nhiem vu',
  'danh muc nhiem vu',
  'cac nhiem vu',
];

/** Titles of sections that say who does what. */
export const dutyTitles: readonly string[] = [
  'phan cong',
  'to chuc thuc hien',
  'trach nhiem',
  'to chuc trien khai',
];

/** Openings of what stands in a section of duties and is none: closing formulas, money. */
export const closingFormulas: readonly string[] = [
  'trong qua trinh',
  'tren day la',
  'truong hop',
  'kinh phi',
  'nguon kinh phi',
];

/** Words that show a bracket, or what follows a dash, to be a time. */
export const timeWords: readonly string[] = [
  'thuong xuyen',
  'hang nam',
  'hang quy',
  'hang thang',
  'dinh ky',
  'hoan thanh',
  'thoi gian',
  'thoi han',
  'truoc ngay',
  'trong thang',
  'trong nam',
  'trong quy',
  'xong trong',
  'qu[yi] [ivx\\d]',
  'thang \\d',
  'nam 20\\d\\d',
  'giai doan 20\\d\\d',
  '\\d{1,2}/20\\d\\d',
];

/** Words of which a time is made that says nothing else; numbers may stand between them. */
export const timeTokens: readonly string[] = [
  'thuc hien',
  'hoan thanh',
  'trien khai',
  'xong',
  'phai',
  'can',
  'trong',
  'truoc',
  'sau',
  'den',
  'het',
  'cuoi',
  'dau',
  'giua',
  'tu',
  'nam',
  'thang',
  'quy',
  'qui',
  'ngay',
  'giai doan',
  'va',
  'cac',
  'nhung',
  'tiep theo',
  'ke',
  'hang',
  'moi',
  'thuong',
  'xuyen',
  'lien tuc',
  'dinh ky',
  'cham nhat',
  'muon nhat',
  'vao',
  'khoang',
  'bat',
  'tro',
  'di',
  've sau',
  'la',
  'du kien',
  'dot xuat',
  'khi',
  'co',
  'yeu cau',
  'phat sinh',
  'nhiem vu',
  'lan',
  'hoc',
]
  .flatMap((words) => words.split(' '))
  .filter((word, at, all) => all.indexOf(word) === at);

/** Openings of a time that waits for something else. */
export const conditionalTimes: readonly string[] = [
  'theo (?:lo trinh|tien do)',
  'theo (?:cac )?ke hoach (?:rieng|hang nam|cua)',
  'theo thoi (?:gian|han)',
  '(?:ngay )?sau khi (?:co|duoc)',
  'khi (?:co|duoc) (?:huong dan|van ban|yeu cau|chi dao|phat sinh)',
];

/** The labels of a task written as labelled paragraphs, by the cell they name. */
export const labels = {
  name: [
    '(?:ten |noi dung )?nhiem vu(?: (?:so )?\\d+(?:\\.\\d+)*)?',
    'cong viec(?: (?:so )?\\d+)?',
  ],
  detail: ['noi dung(?: thuc hien| cong viec| nhiem vu)?'],
  lead: [
    '(?:co quan |don vi |dau moi )?chu tri(?: thuc hien| tham muu)?',
    '(?:co quan|don vi) (?:thuc hien|phu trach|dau moi)',
    'dau moi',
    'phan cong(?: thuc hien| nhiem vu| trach nhiem)?',
    'trach nhiem(?: thuc hien)?',
  ],
  coord: ['(?:(?:cac )?(?:co quan|don vi)(?:, (?:co quan|don vi))? )?phoi hop(?: thuc hien)?'],
  time: [
    '(?:thoi gian|thoi han|tien do|lo trinh|thoi diem)(?: thuc hien| hoan thanh| trien khai| trinh)?',
    'hoan thanh',
  ],
  result: ['(?:san pham|ket qua)(?:, ket qua)?(?: dau ra| du kien| can dat| thuc hien)?'],
} as const;

/** Lines after which no text of the plan follows until a new title or first section. */
export const signatures: readonly string[] = [
  'noi nhan',
  't[./]?\\s?m[./]?\\s',
  'kt[./]\\s',
  'tl[./]\\s',
  'tuq[./]\\s',
];

/** Titles of a document, after which text is read again. */
export const documentTitles: readonly string[] = [
  'ke hoach',
  'chuong trinh',
  'chuong trinh hanh dong',
  'de an',
  'phu luc',
];
