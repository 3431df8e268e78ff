//! Character references of HTML and XML.

/** Those that Arabic pages use; any other stays as it is written. @type {Record<string, string>} */
const NAMED = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", laquo: "«", raquo: "»", ldquo: "“", rdquo: "”", lsquo: "‘", rsquo: "’", bdquo: "„", sbquo: "‚",
  hellip: "…", ndash: "–", mdash: "—", bull: "•", middot: "·", copy: "©", reg: "®", trade: "™", deg: "°", times: "×", divide: "÷", plusmn: "±", frac12: "½", permil: "‰", euro: "€", pound: "£", yen: "¥", cent: "¢", sect: "§", para: "¶",
  zwnj: "\u200c", zwj: "\u200d", lrm: "\u200e", rlm: "\u200f", shy: "\u00ad", ensp: "\u2002", emsp: "\u2003", thinsp: "\u2009", larr: "←", rarr: "→", harr: "↔", eacute: "é", egrave: "è", agrave: "à", ccedil: "ç", ouml: "ö", uuml: "ü", auml: "ä", szlig: "ß",
};

/** @param {string} words */
export function decodeEntities(words) {
  return words.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]\w{1,30}));?/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : parseInt(decimal, 10);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\ufffd";
  });
}
