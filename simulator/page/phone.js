// The page like a phone: a list of people at the left, the chosen one's chat at the right. It only uses the control API.

const $ = (id) => document.getElementById(id);
const ZONE = "Asia/Ho_Chi_Minh";
const time = new Intl.DateTimeFormat("vi", { hour: "2-digit", minute: "2-digit", timeZone: ZONE });
const day = new Intl.DateTimeFormat("vi", { weekday: "long", day: "2-digit", month: "2-digit", year: "numeric", timeZone: ZONE });
const PLATFORM = { telegram: "Telegram", zalo: "Zalo" };
const KIND = { sticker: "Nhãn dán", voice: "Tin thoại", unsupported: "Tin mà nền tảng không chuyển cho bot" };
const SERVICE = {
  new_chat_members: "Thêm vào nhóm: ", left_chat_member: "Rời nhóm: ",
  migrate_to_chat_id: "Nhóm đã chuyển thành siêu nhóm ", migrate_from_chat_id: "Chuyển từ nhóm ",
};

let person = null; // the person whose phone is open, as the API shows people
let place = null; // {bot: username} or {chat: id}: the open chat
let change = 0; // how far this page has read
let loaded = false; // the open chat has been shown once
let shown = new Map(); // message id -> its element
let looking = null; // AbortController of the waiting look
let following = true; // the newest message is in sight, and stays so
let replying = null; // the message in a group that the next words answer
const read = new Map(); // person id -> newest message id seen here

async function call(path, body) {
  const options = body === undefined ? {} : body instanceof FormData
    ? { method: "POST", body }
    : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const answer = await fetch(`sim${path}`, options);
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error || answer.statusText);
  return told;
}

function make(tag, kind, text) {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  if (text !== undefined) element.textContent = text;
  return element;
}

function notice(text, alert = false) {
  if (!text) return;
  if (alert) {
    $("alert").querySelector("p").textContent = text;
    $("alert").showModal();
    return;
  }
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(notice.timer);
  notice.timer = setTimeout(() => { $("toast").hidden = true; }, 4000);
}

const attempt = (act) => act().catch((trouble) => notice(trouble.message));
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// --- people ---

async function listPeople() {
  const told = await call(`/people?limit=100&search=${encodeURIComponent($("search").value)}`);
  listGroups();
  $("total").textContent = told.total > told.people.length
    ? `Hiện ${told.people.length} trong ${told.total} người; tìm theo tên để thấy người khác`
    : `${told.total} người`;
  $("list").replaceChildren(...told.people.map(personLine));
}

/** Name every group with its platform's words for it; it opens on the phone of its first member. */
async function listGroups() {
  const { groups } = await call("/groups");
  $("groups").replaceChildren(...groups.filter((each) => !each.closed && !each.moved_to).map((each) => {
    const line = make("li", place?.chat === each.id ? "chosen" : "");
    line.tabIndex = 0;
    line.append(make("strong", "", each.title), make("span", "", `Nhóm · ${each.members.length} người`));
    line.onclick = () => attempt(() => openGroup(each));
    line.onkeydown = (event) => { if (event.key === "Enter") line.onclick(); };
    return line;
  }));
}

async function openGroup(group) {
  const there = person && group.members.includes(person.id) ? person.id : group.members[0];
  if (!there) return;
  if (person?.id !== there) {
    history.replaceState(null, "", `#${there}`);
    await open(there);
  }
  $("place").value = `chat ${group.id}`;
  $("place").onchange();
}

function personLine(each) {
  const line = make("li", person && each.id === person.id ? "chosen" : "");
  line.tabIndex = 0;
  line.dataset.person = each.id;
  line.append(make("strong", "", each.name), make("span", "", each.last_text || stateWords(each)));
  if (person && each.id === person.id) read.set(each.id, each.last_message);
  if (each.last_message > (read.get(each.id) || 0)) line.append(make("i"));
  line.onclick = () => { location.hash = each.id; };
  line.onkeydown = (event) => { if (event.key === "Enter") line.onclick(); };
  return line;
}

function stateWords(each) {
  if (each.deactivated) return "tài khoản đã ngừng";
  if (each.bots.some((bot) => bot.blocked)) return "đã chặn bot";
  return each.bots.some((bot) => bot.started) ? "đã bắt đầu" : "chưa bắt đầu";
}

async function refreshPeople() {
  for (;;) {
    if (!document.hidden) await listPeople().catch(() => {});
    await pause(2500);
  }
}

// --- the open phone ---

async function open(id) {
  looking?.abort();
  person = null;
  if (!id) {
    document.body.classList.remove("open");
    return;
  }
  person = await call(`/people/${id}`);
  place = { bot: (person.bots.find((bot) => bot.started) || person.bots[0]).username };
  $("name").textContent = person.name;
  $("place").replaceChildren(
    ...person.bots.map((bot) => new Option(`${PLATFORM[bot.platform]} · ${bot.name}`, `bot ${bot.username}`)),
    ...person.groups.map((group) => new Option(group.title, `chat ${group.id}`)),
  );
  $("place").value = `bot ${place.bot}`;
  $("place").hidden = $("place").options.length < 2;
  document.body.classList.add("open");
  listPeople();
  enter();
}

function enter() {
  answerTo(null);
  change = 0;
  loaded = false;
  shown = new Map();
  $("messages").replaceChildren();
  $("keys").replaceChildren();
  $("commands").hidden = true;
  looking?.abort();
  looking = new AbortController();
  look(looking.signal);
}

async function look(signal) {
  while (!signal.aborted) {
    const where = place.bot ? `bot=${place.bot}` : `chat=${place.chat}`;
    try {
      const wait = loaded ? 25 : 0;
      const answer = await fetch(`sim/people/${person.id}/phone?${where}&since=${change}&wait=${wait}`, { signal });
      if (!answer.ok) throw new Error(answer.statusText);
      show(await answer.json());
    } catch (trouble) {
      if (signal.aborted) return;
      await pause(1500);
    }
  }
}

function show(phone) {
  if (phone.change < change) return enter(); // the world began anew
  const first = !loaded;
  const atEnd = isAtEnd();
  phone.messages.forEach(showMessage);
  if (!first) phone.toasts.forEach((toast) => notice(toast.text, toast.alert));
  phone.toasts.forEach((toast) => release(toast.message_id));
  change = phone.change;
  loaded = true;
  showState(phone.person);
  if (first || atEnd) toEnd();
}

const isAtEnd = () => $("messages").scrollHeight - $("messages").scrollTop - $("messages").clientHeight < 80;

function toEnd() {
  following = true;
  $("messages").scrollTop = $("messages").scrollHeight;
}

$("messages").onscroll = () => { following = isAtEnd(); };
const grown = new ResizeObserver(() => { if (following) toEnd(); }); // a picture has no height before it comes

/** The bot of the open chat; in a group there is none. */
function openBot() {
  return person.bots.find((each) => each.username === place.bot);
}

const isZalo = (bot) => bot?.platform === "zalo";

function showState(told) {
  person = told;
  read.set(told.id, told.last_message);
  const bot = openBot();
  const zalo = isZalo(bot);
  $("state").textContent = bot
    ? `${PLATFORM[bot.platform]} · ${stateWords({ ...told, bots: [bot] })}`
    : stateWords(told);
  $("start").hidden = !bot || zalo || (bot.started && !bot.blocked) || told.deactivated;
  $("menu").hidden = zalo; // Zalo has neither a start button nor a list of commands
  if (zalo) $("commands").hidden = true;
  $("write").hidden = Boolean(bot?.blocked) || told.deactivated;
  $("text").placeholder = $("start").hidden ? "Nhập tin nhắn" : "Dán liên kết mời, hoặc bấm Bắt đầu";
  $("block").hidden = !bot || told.deactivated;
  $("block").textContent = bot?.blocked ? "Bỏ chặn" : "Chặn bot";
}

function showMessage(message) {
  const old = shown.get(message.id);
  if (message.deleted) {
    old?.remove();
    shown.delete(message.id);
    return;
  }
  const element = message.from === "service" ? serviceLine(message) : bubble(message);
  if (old) old.replaceWith(element);
  else {
    showDay(message);
    $("messages").append(element);
  }
  shown.set(message.id, element);
  if (message.keyboard.length) showKeys(message.keyboard.flat());
}

function showDay(message) {
  const words = day.format(message.date * 1000);
  if ($("messages").lastElementChild?.dataset.day === words) return;
  const days = $("messages").querySelectorAll(".day");
  if (days.length && days[days.length - 1].textContent === words) return;
  $("messages").append(make("div", "day", words));
}

function serviceLine(message) {
  const [kind, what] = Object.entries(message.service)[0];
  return make("div", "service", (SERVICE[kind] || `${kind}: `) + [what].flat().join(", "));
}

function bubble(message) {
  const element = make("div", `message${message.sender.id === person.id ? " mine" : ""}`);
  element.dataset.message = message.id;
  const box = make("div", "bubble");
  if (place.chat && message.sender.id !== person.id) box.append(make("div", "sender", message.sender.name));
  if (KIND[message.kind]) box.append(make("div", "kind", KIND[message.kind]));
  if (message.photo) box.append(photo(message.photo));
  if (message.document) box.append(fileLink(message.document));
  const words = make("div", "words");
  words.innerHTML = message.html; // escaped by the server: only its own few tags
  linkUp(words);
  words.querySelectorAll("a").forEach((link) => { link.target = "_blank"; link.rel = "noopener noreferrer"; });
  words.querySelectorAll("tg-spoiler").forEach((hidden) => { hidden.onclick = () => hidden.classList.add("open"); });
  box.append(words, make("div", "when", `${message.edited ? "đã sửa · " : ""}${time.format(message.date * 1000)}`));
  element.append(box);
  if (place.chat && message.from === "bot") element.append(answering(message));
  if (message.buttons.length) element.append(buttons(message));
  return element;
}

/** In a group a bot hears answers to its messages only. */
function answering(message) {
  const link = make("button", "answer", "Trả lời");
  link.onclick = () => { answerTo(message); $("text").focus(); };
  return link;
}

function answerTo(message) {
  replying = message ? message.id : null;
  $("replying").hidden = !message;
  $("replying").textContent = message ? `Trả lời: ${message.text.slice(0, 60)} ×` : "";
}

/** Make links of the addresses in a text, as a phone does. */
function linkUp(words) {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts.filter((each) => !each.parentElement.closest("a, code, pre"))) {
    const parts = text.data.split(/(https?:\/\/[^\s<>"”]*[^\s<>"”.,;:)\]])/);
    text.replaceWith(...parts.map((part, place) => (place % 2 ? link(part) : part)));
  }
}

function link(address) {
  const element = make("a", "", address);
  element.href = address;
  return element;
}

function photo(told) {
  const image = make("img");
  image.src = told.link.slice(1);
  image.alt = told.name;
  grown.observe(image);
  return image;
}

function fileLink(told) {
  const link = make("a", "file", `${told.name} (${Math.ceil(told.size / 1024)} KB)`);
  link.href = told.link.slice(1);
  link.download = told.name;
  return link;
}

function buttons(message) {
  const rows = make("div", "buttons");
  for (const row of message.buttons) {
    const line = make("div");
    for (const each of row) {
      const button = make("button", "", each.label);
      button.onclick = () => attempt(() => press(message, each, button));
      line.append(button);
    }
    rows.append(line);
  }
  return rows;
}

async function press(message, each, button) {
  if (each.url) return follow(each.url);
  button.disabled = true; // until the bot answers
  setTimeout(() => { button.disabled = false; }, 15000);
  await call(`/people/${person.id}/press`, { ...place, message_id: message.id, data: each.data });
}

function release(id) {
  shown.get(id)?.querySelectorAll("button").forEach((button) => { button.disabled = false; });
}

function showKeys(labels) {
  $("keys").replaceChildren(...labels.map((label) => {
    const key = make("button", "", label);
    key.onclick = () => attempt(() => say(label));
    return key;
  }));
}

// --- what a person does ---

/** An invite link of a bot acts as it does on a phone: it opens that bot's chat and presses start. */
function invite(text) {
  const found = /^(?:https?:\/\/)?t\.me\/(\w+)\?start=([\w-]+)$/.exec(text.trim());
  return found && person.bots.some((bot) => bot.username.toLowerCase() === found[1].toLowerCase()) ? found : null;
}

async function follow(link) {
  const found = invite(link);
  if (!found) return void window.open(link, "_blank", "noopener");
  const { username } = person.bots.find((bot) => bot.username.toLowerCase() === found[1].toLowerCase());
  await call(`/people/${person.id}/say`, { bot: username, text: `/start ${found[2]}` });
  if (place.bot === username) return;
  $("place").value = `bot ${username}`;
  $("place").onchange();
}

async function say(text) {
  if (invite(text)) return follow(text);
  await call(`/people/${person.id}/say`, { ...place, text, ...(replying ? { reply_to: replying } : {}) });
  answerTo(null);
}

$("write").onsubmit = (event) => {
  event.preventDefault();
  const text = $("text").value;
  if (!text.trim()) return;
  attempt(async () => {
    await say(text);
    $("text").value = "";
    $("text").rows = 1;
  });
};
$("text").oninput = () => { $("text").rows = Math.min(5, $("text").value.split("\n").length); };
$("text").onkeydown = (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $("write").requestSubmit();
  }
};
$("messages").onclick = (event) => {
  const link = event.target.closest("a");
  if (link && invite(link.href)) {
    event.preventDefault();
    attempt(() => follow(link.href));
  }
};
$("start").onclick = () => attempt(() => say("/start"));
$("block").onclick = () => attempt(async () => {
  const bot = openBot();
  await call(`/people/${person.id}/${bot.blocked ? "unblock" : "block"}`, place);
  showState(await call(`/people/${person.id}`));
});
$("file").onchange = () => attempt(async () => {
  const [file] = $("file").files;
  const form = new FormData();
  form.append("file", file);
  Object.entries(place).forEach(([key, value]) => form.append(key, value));
  $("file").value = "";
  await call(`/people/${person.id}/${/^image\/(png|jpeg)$/.test(file.type) ? "photo" : "document"}`, form);
});
$("menu").onclick = () => attempt(async () => {
  if (!$("commands").hidden) return void ($("commands").hidden = true);
  const told = await call(`/commands?person=${person.id}`);
  const commands = told.commands[place.bot || person.bots[0].username] || [];
  $("commands").replaceChildren(...commands.map((each) => {
    const line = make("li");
    line.append(make("b", "", `/${each.command}`), make("span", "", each.description));
    line.onclick = () => { $("commands").hidden = true; attempt(() => say(`/${each.command}`)); };
    return line;
  }));
  if (!commands.length) $("commands").append(make("li", "", "Bot chưa đặt danh sách lệnh"));
  $("commands").hidden = false;
});
$("place").onchange = () => {
  const [kind, value] = $("place").value.split(" ");
  place = kind === "bot" ? { bot: value } : { chat: Number(value) };
  enter();
};
$("replying").onclick = () => answerTo(null);
$("back").onclick = () => { location.hash = ""; };
$("search").oninput = () => listPeople().catch(() => {});
$("add").onsubmit = (event) => {
  event.preventDefault();
  const name = $("new-name").value.trim();
  if (name) attempt(async () => {
    const added = await call("/people", { name });
    $("new-name").value = "";
    location.hash = added.id;
  });
};
window.onhashchange = () => attempt(() => open(location.hash.slice(1)));

refreshPeople();
if (location.hash) window.onhashchange();
