// Files and rich text: what is read, and what is refused in one sentence.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { drawn, openPage, paste, ready, setUp, showing, waitForSummary } from "./chromium.mjs";
import { sample } from "./texts.mjs";

let page;
let faults;
const site = setUp({}, async () => {
  ({ page, faults } = await openPage(site.browser, site.server.url));
});

async function fresh() {
  await page.goto(site.server.url);
  await ready(page);
}

const bytes = (text) => Buffer.from(text, "utf8");
const paragraphs = sample.trim().split("\n\n");

/** A zip of one file, by hand: stored or deflated, true or lying about its size. */
function zip(name, content, { method = 8, claim = content.length } = {}) {
  const data = method === 8 ? deflateRawSync(content) : content;
  const file = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(method, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(claim, 22);
  local.writeUInt16LE(file.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(method, 10);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(claim, 24);
  central.writeUInt16LE(file.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + file.length, 12);
  end.writeUInt32LE(30 + file.length + data.length, 16);
  return Buffer.concat([local, file, data, central, file, end]);
}

const word = (body) => bytes(`<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>`);
const docx = word(paragraphs.map((paragraph) => `<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:t xml:space="preserve">${paragraph.replaceAll("&", "&amp;")}</w:t></w:r><w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del><w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>`).join(""));
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
/** A table, a text box that stands there twice, and a sentence that was moved. */
const odd = word(`<w:p>${run("قالت البلدية إن الجسر سيُفتح")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p>${run("كلام في إطار.")}</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>${run("كلام في إطار.")}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run(" غداً.")}</w:p><w:p/><w:tbl><w:tr><w:tc><w:p>${run("الطول")}</w:p></w:tc><w:tc><w:p>${run("120 متراً")}</w:p></w:tc></w:tr></w:tbl><w:p><w:moveFrom w:id="1">${run("نُقلت من هنا.")}</w:moveFrom>${run("وأضافت أن العمل")}<w:r><w:tab/></w:r>${run("انتهى.")}</w:p>`);
const html = `<html><head><meta charset="utf-8"><style>p{}</style></head><body><nav><ul><li>الرئيسية</li></ul></nav><article><h1>${paragraphs[0]}</h1>${paragraphs.slice(1).map((each) => `<p>${each.replaceAll("«", "&laquo;")}</p>`).join("\n")}<aside>اقرأ أيضاً</aside></article><footer>جميع الحقوق محفوظة</footer></body></html>`;
const windows1256 = (text) => {
  const decoder = new TextDecoder("windows-1256");
  const table = new Map(Array.from({ length: 256 }, (_, i) => [decoder.decode(Uint8Array.of(i)), i]));
  return Buffer.from([...text].map((sign) => table.get(sign) ?? 63));
};

async function open(name, buffer, mimeType = "") {
  await page.setInputFiles("#file", { name, mimeType, buffer });
}

for (const [what, name, buffer, type, expected = sample.trim()] of [
  ["plain text", "a.txt", bytes(sample), "text/plain"],
  ["text with a byte order mark", "a.txt", bytes(`\ufeff${sample}`), "text/plain"],
  ["UTF-16", "a.txt", Buffer.from(`\ufeff${sample}`, "utf16le"), "text/plain"],
  ["Windows-1256", "a.txt", windows1256("قالت البلدية إن الجسر سيفتح غدا. وأضافت أن العمل انتهى."), "text/plain", "قالت البلدية إن الجسر سيفتح غدا. وأضافت أن العمل انتهى."],
  ["UTF-16 without a mark", "a.txt", Buffer.from(sample, "utf16le"), "text/plain"],
  ["UTF-16 without a mark, the other way round", "a.txt", Buffer.from(sample, "utf16le").swap16(), "text/plain"],
  ["UTF-8 with a damaged byte", "a.txt", Buffer.concat([bytes(sample.trim()), Buffer.of(0xd8)]), "text/plain", `${sample.trim()}\ufffd`],
  ["text that begins like a bitmap", "a.txt", bytes(`BMW في البلدة. ${paragraphs[1]}`), "text/plain", `BMW في البلدة. ${paragraphs[1]}`],
  ["text that begins like a zip", "a.txt", bytes(`PKK في البلدة. ${paragraphs[1]}`), "text/plain", `PKK في البلدة. ${paragraphs[1]}`],
  ["Markdown with front matter", "a.md", bytes(`---\r\ntitle: x\r\n---\r\n# ${paragraphs[0]} ##\n\n${paragraphs[1]}`), "text/markdown", `${paragraphs[0]}\n\n${paragraphs[1]}`],
  ["Markdown with front matter of another kind", "a.md", bytes(`+++\ntitle = "x"\n+++\n${paragraphs[1]}`), "text/markdown", paragraphs[1]],
  ["Markdown that begins with a line", "a.md", bytes(`---\n\n${paragraphs[1]}\n\n---\n\n${paragraphs[2]}`), "text/markdown", `${paragraphs[1]}\n\n${paragraphs[2]}`],
  ["HTML in Windows-1256", "a.html", windows1256('<html><head><meta charset="windows-1256"></head><body><h1>خبر من البلدة</h1><p>قالت البلدية إن الجسر سيفتح غدا.</p></body></html>'), "text/html", "خبر من البلدة\n\nقالت البلدية إن الجسر سيفتح غدا."],
  ["HTML: the article alone", "a.html", bytes(html), "text/html"],
  ["HTML under another name", "a.txt", bytes(html), "text/plain"],
  ["Markdown", "a.md", bytes(`# ${paragraphs[0]}\n\n**${paragraphs[1]}**\n\n- [${paragraphs[2]}](https://x.example)\n`), "text/markdown", `${paragraphs[0]}\n\n${paragraphs[1]}\n\n- ${paragraphs[2]}`],
  ["a Word file", "a.docx", zip("word/document.xml", docx), ""],
  ["a Word file with a table, a text box and a move", "a.docx", zip("word/document.xml", odd), "", "كلام في إطار.\n\nقالت البلدية إن الجسر سيُفتح غداً.\n\nالطول\n\n120 متراً\n\nوأضافت أن العمل انتهى."],
  ["a Word file that is stored, not packed", "a.docx", zip("word/document.xml", docx, { method: 0 }), ""],
]) {
  test(`opened: ${what}`, () => showing(page, async () => {
    await fresh();
    await open(name, buffer, type);
    await drawn(page);
    const box = await page.inputValue("#text");
    assert.equal(box.replace(/^\ufeff/, "").trim(), expected);
    const shown = await page.$$eval("#article > *", (all) => all.map((each) => {
      const copy = each.cloneNode(true);
      for (const extra of copy.querySelectorAll(".sr, .num")) extra.remove();
      return copy.textContent.trim();
    }));
    assert.equal(shown.join(" ").replace(/\s+/g, " "), expected.replace(/\s+/g, " "));
  }));
}

const bomb = zip("word/document.xml", Buffer.alloc(80_000_000, "<w:p>"), { claim: 100 });

for (const [what, name, buffer, type, trouble] of [
  ["a PDF", "a.pdf", bytes("%PDF-1.7 …"), "application/pdf", "pdf"],
  ["a PDF under another name", "a.txt", bytes("%PDF-1.7 …"), "text/plain", "pdf"],
  ["an image", "a.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0, 0]), "image/png", "image"],
  ["a .docx that is none", "a.docx", bytes("not a zip"), "", "docx"],
  ["a zip that is no Word file", "a.docx", zip("other.txt", bytes("x")), "", "docx"],
  ["a .docx cut short", "a.docx", zip("word/document.xml", docx).subarray(0, 300), "", "docx"],
  ["a damaged .docx", "a.docx", (() => { const all = zip("word/document.xml", docx); all.fill(0xff, 60, 160); return all; })(), "", "docx"],
  ["a zip bomb", "a.docx", bomb, "", "bomb"],
  ["random bytes", "a.bin", Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 73 + (i >> 3) * 31) % 256)), "", "binary"],
  ["a rich text file", "a.rtf", bytes("{\\rtf1\\ansi\\ansicpg1256 \\'c7\\'e1}"), "", "binary"],
  ["an empty file", "a.txt", Buffer.alloc(0), "text/plain", "emptyFile"],
  ["another language", "a.txt", bytes("Le phare de la ville brille de nouveau. La mer nous connaît."), "text/plain", "foreign"],
]) {
  test(`refused in one sentence, nothing lost: ${what}`, () => showing(page, async () => {
    await fresh();
    const before = "نص كان هنا";
    await page.fill("#text", before);
    const start = Date.now();
    await open(name, buffer, type);
    await page.waitForSelector(`#trouble [data-trouble=${trouble}]`, { timeout: 8_000 });
    assert.ok(Date.now() - start < 6_000);
    if (trouble === "foreign") await page.click("#undo button"); // it may be read all the same
    assert.equal(await page.inputValue("#text"), before);
  }));
}

for (const [what, name, source] of [
  ["Markdown of comments without an end", "a.md", "<!--".repeat(100_000)],
  ["Markdown of brackets", "a.md", "[".repeat(300_000)],
  ["Markdown of emphasis without an end", "a.md", "**a ".repeat(100_000)],
  ["Markdown of a heading full of spaces", "a.md", `# a${" ".repeat(20_000)}x`],
  ["a Word file of tags without an end", "a.docx", zip("word/document.xml", bytes("<w:t ".repeat(300_000)))],
]) {
  test(`read in a moment, whatever it is: ${what}`, () => showing(page, async () => {
    await fresh();
    await page.fill("#text", "نص كان هنا");
    await open(name, Buffer.from(source));
    await page.waitForSelector("#trouble .msg, #reader:not([hidden])", { timeout: 6_000 });
  }));
}

test("a folder is refused in one sentence", () => showing(page, async () => {
  await fresh();
  await page.evaluate(() => {
    const folder = new File(["x"], "folder");
    folder.arrayBuffer = () => Promise.reject(new DOMException("a folder", "NotReadableError"));
    const drop = new DragEvent("drop", { bubbles: true, cancelable: true });
    Object.defineProperty(drop, "dataTransfer", { value: { files: [folder], getData: () => "" } });
    window.dispatchEvent(drop);
  });
  await page.waitForSelector("#trouble [data-trouble=unreadable]");
}));

test("a text that another one took the place of can be brought back", () => showing(page, async () => {
  await fresh();
  await page.fill("#text", "نص كان هنا");
  await open("a.txt", bytes(sample), "text/plain");
  await waitForSummary(page);
  await page.goBack();
  await page.click("#undo button");
  assert.equal(await page.inputValue("#text"), "نص كان هنا");
  assert.equal(await page.isVisible("#undo"), false);
}));

test("words dragged within the page change nothing but the box they are moved in", () => showing(page, async () => {
  await fresh();
  await paste(page, sample);
  await drawn(page);
  const { x, y } = await page.evaluate(() => {
    document.getSelection().selectAllChildren(document.querySelector("#article p .s"));
    const { left, top, width, height } = document.getSelection().getRangeAt(0).getClientRects()[0];
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y + 60, { steps: 8 });
  await page.mouse.up();
  await page.waitForTimeout(400);
  assert.equal(await page.evaluate(() => document.body.dataset.mode), "reading");
  assert.equal(await page.inputValue("#text"), sample);
}));

test("a picture that comes with a pasted text does not hide the text", () => showing(page, async () => {
  await fresh();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    data.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13])], "image.png", { type: "image/png" }));
    document.getElementById("text").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, sample);
  await waitForSummary(page);
}));

test("a paste beside the box is a paste into it, and what stood there can be brought back", () => showing(page, async () => {
  await fresh();
  await page.fill("#text", "نص كان هنا");
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, sample);
  await waitForSummary(page);
  await page.goBack();
  await page.click("#undo button");
  assert.equal(await page.inputValue("#text"), "نص كان هنا");
}));

test("where the browser cannot unpack, a Word file is refused as one", async () => {
  const { page: older, context } = await openPage(site.browser, site.server.url, { prepare: (fresh) => fresh.addInitScript(() => { delete globalThis.DecompressionStream; }) });
  await older.setInputFiles("#file", { name: "a.docx", mimeType: "", buffer: zip("word/document.xml", docx) });
  await older.waitForSelector("#trouble [data-trouble=docx]");
  await context.close();
});

test("a file that the system opens with the page is read", async () => {
  const { page: launched, context } = await openPage(site.browser, site.server.url, { prepare: (fresh) => fresh.addInitScript(() => {
    Object.defineProperty(globalThis, "launchQueue", { value: { setConsumer: (consume) => { globalThis.launch = consume; } } });
  }) });
  await launched.evaluate((text) => globalThis.launch({ files: [{ getFile: async () => new File([text], "مقال.txt", { type: "text/plain" }) }] }), sample);
  await waitForSummary(launched);
  assert.match(await launched.textContent("#article-meta"), /مقال\.txt/);
  await context.close();
});

test("a 200 MB file is refused without being read", () => showing(page, async () => {
  await fresh();
  await page.fill("#text", "نص كان هنا");
  await page.evaluate(() => {
    const part = new Uint8Array(10_000_000);
    const file = new File(Array.from({ length: 20 }, () => part), "big.txt", { type: "text/plain" });
    file.arrayBuffer = () => { throw new Error("it was read"); };
    const data = new DataTransfer();
    data.items.add(file);
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.waitForSelector("#trouble [data-trouble=big]");
  await page.waitForTimeout(400);
  assert.ok(await page.isVisible("#trouble [data-trouble=big]"), "no work is announced after it was refused");
  assert.equal(await page.inputValue("#text"), "نص كان هنا");
}));

test("an empty drop says so; a dropped file and dropped text are read; the page never leaves for them", () => showing(page, async () => {
  await fresh();
  const drop = (kind, text) => page.evaluate(([what, words]) => {
    const data = new DataTransfer();
    if (what === "file") data.items.add(new File([words], "a.txt", { type: "text/plain" }));
    else if (what === "text") data.setData("text/plain", words);
    const over = new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true });
    window.dispatchEvent(over);
    const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
    window.dispatchEvent(event);
    return over.defaultPrevented && event.defaultPrevented;
  }, [kind, text]);
  assert.equal(await drop("nothing", ""), true);
  await page.waitForSelector("#trouble [data-trouble=emptyDrop]");
  for (const kind of ["file", "text"]) {
    assert.equal(await drop(kind, sample), true);
    await waitForSummary(page);
    await page.goBack();
  }
}));

test("of two files dropped the first is read, and the page says that the other was not", () => showing(page, async () => {
  await fresh();
  await page.evaluate((words) => {
    const data = new DataTransfer();
    for (const name of ["a.txt", "b.txt"]) data.items.add(new File([words], name, { type: "text/plain" }));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, sample);
  await waitForSummary(page);
  assert.match((await page.textContent("#article-meta")).replace(/[\u2068\u2069]/g, ""), /^من الملف a\.txt وحده، ولم يُقرأ الملف الآخر،/);
}));

test("a paste from Word: its comments, styles and empty paragraphs stay out", () => showing(page, async () => {
  await fresh();
  const rich = `<html xmlns:o="urn:o" xmlns:w="urn:w"><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- /* Font */ p.MsoNormal {margin:0} --></style></head><body lang=AR dir=rtl><!--StartFragment--><p class=MsoNormal dir=RTL><b><span lang=AR-SA>خبر من البلدة<o:p></o:p></span></b></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal dir=RTL style='text-align:justify'><span lang=AR-SA>قالت البلدية إن\nالجسر سيُفتح<span style='mso-spacerun:yes'>  </span>غداً.</span></p><table><tr><td><p>الطول</p></td><td><p>120 متراً</p></td></tr></table><!--EndFragment--></body></html>`;
  await paste(page, "plain", rich);
  await waitForSummary(page);
  assert.equal(await page.inputValue("#text"), "خبر من البلدة\n\nقالت البلدية إن الجسر سيُفتح غداً.\n\nالطول\n\n120 متراً");
}));

test("a rich paste keeps headings, paragraphs and list items, and nothing else", () => showing(page, async () => {
  await fresh();
  const rich = `<meta charset="utf-8"><div><h2>عنوان &amp; خبر</h2><p>قالت البلدية <b>إن</b> الجسر<br>سيُفتح غداً.</p><ul><li>الأول من البنود</li><li>الثاني من البنود</li></ul><p style="display:none">مخفي</p><script>globalThis.ran = 1</script><a href="javascript:globalThis.ran=1">رابط</a><img src="https://leak.example/x" onerror="globalThis.ran=1"></div>`;
  await paste(page, "plain", rich);
  await waitForSummary(page);
  assert.equal(await page.inputValue("#text"), "عنوان & خبر\n\nقالت البلدية إن الجسر\nسيُفتح غداً.\n\nالأول من البنود\n\nالثاني من البنود\n\nرابط");
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
}));

test("deeply nested and unfinished markup is read in a moment", () => showing(page, async () => {
  await fresh();
  const start = Date.now();
  await paste(page, "x", `${"<div>".repeat(200_000)}قالت البلدية إن الجسر سيُفتح غداً.<p title="${"=\"".repeat(50_000)}`);
  await waitForSummary(page);
  assert.ok(Date.now() - start < 5_000, `${Date.now() - start} ms`);
}));

test("none of this left an error or a request behind", () => assert.deepEqual(faults, []));
