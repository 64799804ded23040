/**
 * The words of times in plans, as patterns over plain text (see `plain`) in which every point
 * of time ("quý IV/2025") stands as "#" and every cited document or outlook as "§".
 */

/** Goes on without an end. */
export const ongoingWords =
  /(?<!khong )\bthuong xuyen\b|\blien tuc\b|\bhang (?:ngay|tuan)\b|\blau dai\b|\bquanh nam\b/;

/** Comes again every year. */
export const yearlyWords = /\b(?:hang|moi|tung) nam\b|\bthuong nien\b/;

/** Comes again more often than once a year, or in a rhythm that is not named. */
export const rhythmWords =
  /\b(?:hang|moi) (?:quy|qui|thang|6 thang)\b|\bdinh k[yi]\b|\b(?:6|06|sau) thang(?:\/| mot | 1 | )lan\b/;

/** From a point on, without an end. */
export const openWords =
  /\b(?:cac|nhung) nam (?:tiep theo|ke tiep|tiep|sau|ve sau)\b|\btro di\b|\bbat dau\b|\bke tu (?:ngay )?#/;

/** A lone point that begins: "từ tháng 6/2025". */
export const beginWords = /(?<!\bdau )\btu (?:ngay )?#/;

/** A lone point that must be over first: "sau năm 2025". */
export const afterWords = /\bsau (?:ngay )?#/;

/** A lone point that must not be reached: "trước tháng 6/2025". */
export const beforeWords = /\btruoc #/;

/** Waits for something that the plan does not date, or that is dated elsewhere. */
export const conditionWords =
  /\bsau khi\b|\bngay sau\b|\bke tu (?:ngay|khi)\b(?! ?#)|\bsau \d+ (?:ngay|thang)\b(?! ?#)|\bkhi\b|(?<!\b(?:tiep|ke) )\btheo\b|\btuy (?:thuoc|theo)\b|\bphu thuoc\b|\bcan cu\b|\btrong vong\b|\bdot xuat\b|\bcho (?:huong dan|y kien|van ban)\b/;

/** Before a condition that is joined to a point: "2025 và theo tiến độ …". */
export const joinedCondition = /# ?,? va $/;

/** Where a condition's own words end and a due clause may begin. */
export const conditionEnd =
  /[,;]|\b(?:hoan thanh|xong|truoc|cham nhat|du kien|den)\b(?= ?(?:[a-z]+ ){0,3}#)/;

/** What stands before a point of time that is only an outlook: "tầm nhìn đến năm 2045". */
export const outlookWords = /\b(?:tam nhin|dinh huong)\b[^#]*$/;

/** What stands before the date of a document that is only cited. */
export const citationWords = /§,? ?(?:ngay )?$/;

/** Says more of the points than was read: a school year, a stray quarter, a part of a month. */
export const unreadWords = /\bnam hoc\b|\b(?:quy|qui) (?:i{1,3}|iv)\b|\b(?:dau|giua) #|\d/;

/** Between two points that bound a span. */
export const spanConnector =
  /^ ?(?:-|~|÷|den|toi)(?: ?(?:het|cuoi|nam|ngay|thang|quy|qui|truoc))* ?$/;

/** Between two points that are only listed. */
export const listConnector = /^ ?(?:,|;|\/|&|\+|va)(?: (?:va|nam|ngay|thang|quy|qui))* ?$/;
