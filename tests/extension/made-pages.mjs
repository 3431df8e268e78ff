//! Pages made for one test: hostile, very large, or changing. Their prose is the fixtures' own.

import { readFileSync } from "node:fs";

const prose = readFileSync(new URL("../pages/overlays/expected.txt", import.meta.url), "utf8").trim().split("\n");
export const paragraphs = prose;
const article = prose.map((line) => `<p>${line}</p>`).join("\n");

/** @param {string} body @param {string} [head] */
function page(body, head = "") {
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>مكتبة على ظهر شاحنة</title>${head}</head><body>${body}</body></html>`;
}

const title = "<h1>مكتبة على ظهر شاحنة تجوب ثلاثين قرية في الشتاء</h1>";

export const plain = page(`<main>${title}<article id="story">${article}</article></main>`);

/** Rules that try to hide, colour and move everything, marks included. */
export const hostileStyle = page(`<main>${title}<article>${article}</article></main>`, `<style>
* { all: unset !important; background: #000 !important; color: #f0f !important; text-decoration: none !important; }
p { display: block !important; } style, script, head, title { display: none !important; }
*::highlight(zubda-light-sentence), ::highlight(zubda-dark-sentence) { background: #000; color: #000; }
::selection { background: #000 !important; }</style>`);

/** Twenty thousand nodes around and in the article. */
export const manyNodes = page(`<nav>${Array.from({ length: 3000 }, (_, i) => `<a href="/${i}"><span>رابط رقم ${i}</span></a>`).join("")}</nav>
<main>${title}<article>${Array.from({ length: 180 }, (_, i) => `<p>${prose[i % prose.length].split(" ").map((word) => `<span>${word}</span>`).join(" ")}</p>`).join("")}</article></main>`);

/** A page that is long before it is anything else. */
export const fiveMegabytes = () => page(`<main>${title}<article>${Array.from({ length: 2600 }, (_, i) => `<p>${i}: ${prose.join(" ")}</p>`).join("")}</article></main>`);

export const hundredThousandLinks = () => page(`${Array.from({ length: 1000 }, (_, i) => `<div>${Array.from({ length: 100 }, (_, j) => `<a href="/${i}/${j}">عنوان ${j}</a> `).join("")}</div>`).join("")}<main>${title}${article}</main>`);

/** Figures without end, below the article. */
export const longTable = () => page(`<main>${title}<article>${article}<table>${Array.from({ length: 6000 }, (_, i) => `<tr><td>محطة ${i}</td><td>${i * 7}</td><td>${i * 3}</td><td>${i % 90}</td></tr>`).join("")}</table></article></main>`);

/** Forty thousand lines of a few words. */
export const shortLines = () => page(`<main>${title}<article>${article}</article><div>${Array.from({ length: 40_000 }, (_, i) => `<p>سطر قصير رقم ${i}</p>`).join("")}</div></main>`);

/** Fifty thousand letters, each in an element of its own. */
export const oneLetterSpans = () => {
  const letters = [...prose.join(" ").repeat(90)].slice(0, 50_000);
  return page(`<main>${title}<div>${letters.map((letter) => `<span>${letter}</span>`).join("")}</div></main>`);
};

/** The article in a shadow root that scripts of the page cannot open. */
export const closedShadow = page(`<x-story></x-story><script>
const root = document.querySelector("x-story").attachShadow({ mode: "closed" });
for (const line of ${JSON.stringify(prose)}) { const p = document.createElement("p"); p.textContent = line; root.append(p); }
</script>`);

/** Grows without end while it is read. */
export const infiniteScroll = page(`<main>${title}<article>${article}</article><div id="feed"></div></main><script>
let n = 0; setInterval(() => { for (let i = 0; i < 20; i += 1) { const p = document.createElement("p"); p.innerHTML = '<a href="#">خبر آخر رقم ' + (n += 1) + '</a>'; document.getElementById("feed").append(p); } }, 20);
</script>`);

/** Signs without width inside words, and joined letters with tatweel. */
export const zeroWidth = page(`<main>${title}<article>${prose.map((line) => `<p>${line.replace(/ا(?=\S)/g, "ا\u200c").replace(/ي(?=\S)/g, "يـ")}</p>`).join("")}</article></main>`);

/** Words that no line holds. */
export const longWords = page(`<main><h1>مكتبة على ظهر شاحنة${"طويلة".repeat(12)} تجوب ثلاثين قرية</h1><article>${article}<p>قالت نجلاء الحوراني إن عنوان المكتبة https://example.org/${"a".repeat(160)} وإن اسمها ${"الممتدة".repeat(30)} منذ عشرين عاماً.</p></article></main>`);

export const latin = page("<main><h1>The lighthouse</h1><p>The town restored its lighthouse last year, and it will open to visitors in October, a month earlier than was planned by the council.</p></main>");
export const short = page("<main><h1>عنوان</h1><p>نص قصير جداً.</p></main>");
export const nothing = page("");

/** @param {string} address of another origin */
export const foreignFrame = (address) => page(`<iframe src="${address}" width="1000" height="700"></iframe>`);

/** A document of one page that says one line, as the browser's own viewer shows it. */
export const pdf = (() => {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    "<< /Length 44 >>\nstream\nBT /F1 24 Tf 40 200 Td (A page in a file) Tj ET\nendstream",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((body, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  return `${file}xref\n0 6\n0000000000 65535 f \n${places.join("")}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
})();
