// Mixed lines: what stands to the right of what, on screen, in twenty lines.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, paste, setUp, showing, waitForSummary } from "./chromium.mjs";

let page;
const site = setUp({}, async () => {
  ({ page } = await openPage(site.browser, site.server.url, { context: { viewport: { width: 1800, height: 900 } }, prefs: { size: 17 } }));
});

/** A line, and parts of it from the right edge to the left. */
const LINES = [
  ["Firefox متصفح حر يصدر عن مؤسسة Mozilla.", ["Firefox", "متصفح", "مؤسسة", "Mozilla"]],
  ["أعلنت شركة Intel عن معالج جديد.", ["أعلنت", "Intel", "معالج"]],
  ["ارتفع سعر برميل «برنت» 1.8% إلى 84.35 دولاراً.", ["ارتفع", "«", "برنت", "»", "إلى", "دولاراً"]],
  ["بدأت الجلسة (في تعاملات الصباح) وانتهت ظهراً.", ["الجلسة", "(", "تعاملات", ")", "وانتهت"]],
  ["نسخة ES2025 بحسب موقع example.org (بالإنجليزية) صدرت.", ["نسخة", "ES2025", "موقع", "example.org", "(", "بالإنجليزية", ")", "صدرت"]],
  ["انتهت المباراة 3-2 لصالح الفريق الضيف.", ["المباراة", "3-2", "لصالح"]],
  ["سجّل ٤٠٪ من الأهداف لاعبون دون الـ21 عاماً.", ["سجّل", "٤٠", "الأهداف", "21", "عاماً"]],
  ["حضر الدكتور John Smith الحفل مع أسرته.", ["حضر", "John Smith", "الحفل"]],
  ["قال: \"لن نتوقف\" ثم غادر المكان.", ["قال", "لن", "نتوقف", "ثم"]],
  ["الرقم +966 11 123 4567 مخصص للطوارئ.", ["الرقم", "مخصص"]],
  ["يمتد المشروع بين 2019-2024 في ثلاث مراحل.", ["المشروع", "2019", "مراحل"]],
  ["استخدم الباحثون DNA وRNA في التجربة.", ["الباحثون", "DNA", "RNA", "التجربة"]],
  ["راسلنا على info@example.org أو اتصل بنا.", ["راسلنا", "info@example.org", "اتصل"]],
  ["بلغت الحرارة -5 درجات في الجبال.", ["بلغت", "5", "درجات"]],
  ["كتب في C++ برنامجاً صغيراً للتجربة.", ["كتب", "C", "برنامجاً"]],
  ["وصل عند الساعة 09:30 GMT إلى المطار.", ["الساعة", "09:30", "GMT", "المطار"]],
  ["المادة 12/3 من القانون [المعدّل] واضحة.", ["المادة", "القانون", "[", "المعدّل", "]", "واضحة"]],
  ["فازت أغنية «Hello عالم» بالجائزة الأولى.", ["أغنية", "«", "Hello", "عالم", "»", "بالجائزة"]],
  ["بيع ١٢٬٥٠٠ جهاز iPhone 17 في يوم واحد.", ["بيع", "جهاز", "iPhone 17", "يوم"]],
  ["USB-C منفذ موحّد في الاتحاد الأوروبي.", ["USB-C", "منفذ", "الأوروبي"]],
];

/** How far from the right edge each part begins to be seen, in the article and in the summary. */
function places(root, parts) {
  return page.$eval(root, (element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, { acceptNode: (node) => (node.parentElement.closest(".sr, .num") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT) });
    const letters = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) for (let i = 0; i < node.data.length; i += 1) letters.push([node, i]);
    const text = letters.map(([node, i]) => node.data[i]).join("");
    let from = 0;
    return wanted.map((part) => {
      const at = text.indexOf(part, from);
      from = at + part.length;
      const rights = Array.from({ length: part.length }, (_, k) => {
        const range = document.createRange();
        const [node, i] = letters[at + k];
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        return range.getBoundingClientRect();
      });
      return { right: Math.max(...rights.map((box) => box.right)), left: Math.min(...rights.map((box) => box.left)), top: Math.round(rights[0].top) };
    });
  }, parts);
}

for (const [line, parts] of LINES) {
  test(`from right to left: ${line}`, () => showing(page, async () => {
    await page.goto(site.server.url);
    await page.waitForSelector("html[data-ready]", { state: "attached" });
    await paste(page, `${line}\n\nهذه فقرة ثانية من النص حتى يكون للزبدة ما تختار منه.`);
    await waitForSummary(page);
    await page.locator("#length").fill("9");
    for (const root of ["#article > :first-child", "#points > li > a.text"]) {
      const found = await places(root, parts);
      const rows = root.startsWith("#article") ? 1 : 9;
      for (let i = 1; i < found.length; i += 1) {
        const [before, after] = [found[i - 1], found[i]];
        if (rows > 1 && after.top - before.top > 8) continue; // it went on in the next line
        assert.ok(after.right <= before.left + 1.5, `${root}: "${parts[i]}" stands left of "${parts[i - 1]}"`);
      }
      const box = await page.$eval(root, (element) => element.getBoundingClientRect().right);
      assert.ok(box - found[0].right < 260, `${root}: the line begins at the right edge`);
    }
  }));
}

test("the number of a sentence stands before its first word, even where that is a number", async () => {
  for (const start of ["12 شخصاً شاركوا في السباق صباح اليوم.", "٣٠ بحّاراً عادوا إلى الميناء مساء أمس.", "«لن نتوقف» قال المدرب بعد المباراة.", "USB-C منفذ موحّد في الاتحاد كله."]) {
    await page.goto(site.server.url);
    await page.waitForSelector("html[data-ready]", { state: "attached" });
    await paste(page, start);
    await waitForSummary(page);
    const [disc, word] = await page.$eval("#article .s.key", (span) => {
      const range = document.createRange();
      const walker = document.createTreeWalker(span, NodeFilter.SHOW_TEXT, { acceptNode: (node) => (node.parentElement.closest(".num, .sr") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT) });
      const first = walker.nextNode();
      range.setStart(first, 0);
      range.setEnd(first, 1);
      return [span.querySelector("a.num").getBoundingClientRect(), range.getBoundingClientRect()];
    });
    assert.ok(word.right <= disc.left + 1, `${start}: the number at ${disc.left}, the word at ${word.right}`);
    assert.ok(Math.abs(word.bottom - disc.bottom) < 20, "on one line");
  }
});

test("a foreign paragraph runs its own way", async () => {
  await page.goto(site.server.url);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  await paste(page, "هذه فقرة عربية طويلة تكفي لكي يكون النص عربياً في معظمه كما ينبغي له.\n\nThe town (رأس النورس) restored it.");
  await waitForSummary(page);
  assert.deepEqual(await page.$$eval("#article > *", (all) => all.map((each) => getComputedStyle(each).direction)), ["rtl", "ltr"]);
  assert.deepEqual(await page.$$eval("#article > *", (all) => all.map((each) => each.lang)), ["ar", ""], "no voice for Arabic reads it");
});

test("U+202E in one paragraph turns nothing outside it, and what is inserted into sentences is isolated", async () => {
  await page.goto(site.server.url);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  await paste(page, "قالت البلدية \u202eإن الجسر سيُفتح غداً.\n\nوأضافت أن العمل انتهى قبل موعده.");
  await waitForSummary(page);
  await page.locator("#length").fill("2");
  const [first, second] = await places("#article > :last-child", ["وأضافت", "موعده"]);
  assert.ok(second.right <= first.left + 1);
  assert.equal(await page.$$eval("#names bdi, #words bdi", (all) => all.length) >= 0, true);
  const formats = await page.evaluate(() => document.getElementById("formats").textContent);
  assert.ok(formats.includes("\u2068HTML\u2069"));
});
