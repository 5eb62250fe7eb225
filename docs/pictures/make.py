"""Take the guides' pictures again: ``python docs/pictures/make.py``. It needs a Chromium.

The simulator and the bot run on the example's plan in a temporary folder; people who do not exist talk to it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote
from urllib.request import Request, urlopen

from PIL import Image

HERE = Path(__file__).parent
TOP = HERE.parent.parent
ZALO = "bot.nhacviec"
CHROMIUM = next((found for name in ("chromium-headless-shell", "chromium") if (found := shutil.which(name))), None)
QUIET = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--hide-scrollbars", "--lang=vi"),
    *("--force-device-scale-factor=1.7", "--timeout=20000"),
]


def call(address: str, body: object = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    with urlopen(Request(address, data, {"Content-Type": "application/json"}), timeout=30) as answer:
        return json.load(answer)


class Stage:
    """A simulator and a bot in a folder, and the clock that both show."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("ke-hoach-vi-du.yaml", "ke-hoach-vi-du.docx"):
            shutil.copy(HERE.parent / "examples" / name, folder)
        self.plans = folder / "ke-hoach-vi-du.yaml"
        telegram, zalo = "1000001:VI-DU=nhacviec_vidu_bot", f"2000002:VI-DU-ZALO={ZALO}"
        simulator = ["simulator", "--port", "0", "--token", telegram, "--zalo-token", zalo]
        self.running: list[subprocess.Popen[str]] = []
        self._run(simulator, TOP, dict(os.environ))
        self.url = json.loads(self._ready())["url"]
        self.settings = os.environ | {
            "PYTHONPATH": str(TOP), "PLANS_FILE": self.plans.name, "PLANS_SETTLE": "0.5", "DATABASE_URL": "sqlite:///vi-du.db",
            "WEB_PORT": "0", "TELEGRAM_BOT_TOKEN": "1000001:VI-DU", "TELEGRAM_API_URL": self.url,
            "ZALO_BOT_TOKEN": "2000002:VI-DU-ZALO", "ZALO_API_URL": f"{self.url}/zalo",
            "ZALO_BOT_LINK": "https://zalo.example/bot-vi-du",
        }  # fmt: skip
        self._run(["bot", "run", "--clock", "2026-11-18T07:20"], folder, self.settings)
        self.web = self._ready().split()[1]
        self.at("2026-11-18T07:20")

    def _run(self, words: list[str], folder: Path, settings: dict[str, str]) -> None:
        command = [sys.executable, "-m", *words]
        piped = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self.running.append(subprocess.Popen(command, cwd=folder, env=settings, text=True, **piped))

    def _ready(self) -> str:
        output = self.running[-1].stdout
        assert output
        return output.readline()

    def at(self, moment: str) -> None:
        call(f"{self.url}/sim/clock", {"now": f"{moment}:00+07:00"})

    def bot(self, *words: str) -> str:
        command = [sys.executable, "-m", "bot", *words]
        return subprocess.check_output(
            command, cwd=self.folder, env=self.settings, text=True, stderr=subprocess.DEVNULL
        )

    def close(self) -> None:
        for each in reversed(self.running):
            each.terminate()
            each.wait(20)


class Phone:
    """One person, joined by an invitation."""

    def __init__(self, stage: Stage, name: str, *invitation: str, platform: str = "") -> None:
        self.stage, self.platform = stage, {"bot": platform} if platform else {}
        self.id = call(f"{stage.url}/sim/people", {"name": name})["id"]
        told = stage.bot("invite", *invitation, "--organisation", "song-mau")
        found = re.search(r": ([A-Z0-9]{12}) ", told)
        assert found, told
        self.say(found[1] if platform else f"/start {found[1]}")

    def _newest(self) -> list[dict[str, Any]]:
        return call(f"{self.stage.url}/sim/people/{self.id}/phone")["messages"]  # type: ignore[no-any-return]

    def _answered(self, said: int) -> None:
        for _ in range(100):
            if any(each["id"] > said and each["from"] == "bot" for each in self._newest()):
                return time.sleep(1)
            time.sleep(0.2)
        raise SystemExit(f"no answer to {self.id}")

    def say(self, text: str) -> None:
        said = call(f"{self.stage.url}/sim/people/{self.id}/say", {"text": text, **self.platform})
        self._answered(said["message_id"])

    def press(self, label: str) -> None:
        shown = [(each["id"], button) for each in self._newest() for row in each["buttons"] for button in row]
        message, data = next((id, each["data"]) for id, each in reversed(shown) if each["label"].startswith(label))
        newest = self._newest()[-1]["id"]
        call(f"{self.stage.url}/sim/people/{self.id}/press", {"message_id": message, "data": data})
        self._answered(newest)

    def choose(self, label: str) -> None:
        """Send the number that stands before a line: Zalo's way to press."""
        found = re.findall(rf"\[(\d+)\] {label}", self._newest()[-1]["text"])
        self.say(found[-1])

    def hears(self, words: str) -> None:
        for _ in range(100):
            if any(words in each["text"] for each in self._newest()):
                return
            time.sleep(0.3)
        raise SystemExit(f"never heard: {words}")

    def photo(self, name: str) -> None:
        """Keep the picture that the bot sent."""
        link = self._newest()[-1]["photo"]["link"]
        with urlopen(f"{self.stage.url}{link}", timeout=30) as answer:
            save(name, answer)

    def picture(self, name: str, height: int) -> None:
        framed = quote(f"{self.stage.url}/#{self.id}", safe="")
        picture(name, f"http://127.0.0.1:{frames.server_port}/?{framed}", 412, height)


class Frame(BaseHTTPRequestHandler):
    """A page around another; its own picture comes late, and Chromium waits for that: the other is complete by then."""

    def do_GET(self) -> None:
        late = self.path == "/late"
        time.sleep(3 if late else 0)
        self.send_response(404 if late else 200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        style = "border:0;width:100%;height:100vh;display:block"
        inner = f"<iframe src='{unquote(self.path[2:])}' style='{style}'></iframe>"
        self.wfile.write(f"<body style='margin:0'>{inner}<img src='/late' hidden>".encode())

    def log_message(self, *words: object) -> None:
        """Say nothing."""


frames = ThreadingHTTPServer(("127.0.0.1", 0), Frame)
threading.Thread(target=frames.serve_forever, daemon=True).start()


def picture(name: str, address: str, width: int, height: int) -> None:
    file = HERE / f"{name}.png"
    with tempfile.TemporaryDirectory() as profile:
        words = [f"--user-data-dir={profile}", f"--window-size={width},{height}", f"--screenshot={file}", address]
        subprocess.run([str(CHROMIUM), *QUIET, *words], check=True, capture_output=True, timeout=90)
    save(name, file)


def save(name: str, taken: Any) -> None:
    """Keep a picture in few colours: a third of the bytes, the words as sharp."""
    file = HERE / f"{name}.png"
    Image.open(taken).convert("RGB").quantize(40).save(file, optimize=True)
    print(f"{file.name}: {file.stat().st_size // 1024} kB")


def play(stage: Stage) -> None:
    page, cards = stage.folder / "dien-tap.html", stage.folder / "ma-moi.html"
    page.write_text(stage.bot("rehearse", "--from", "2026-11-02", "--to", "2026-12-04", "--format", "html"), "utf-8")
    picture("dien-tap", page.as_uri(), 1000, 560)
    stage.bot("invite", "--all", "--organisation", "song-mau", "--to", str(cards))
    picture("the-moi", cards.as_uri(), 860, 362)

    officer = Phone(stage, "Lê Thử An", "90002")
    zalo = Phone(stage, "Hồ Thử Ba", "90003", platform=ZALO)
    coordinator = Phone(stage, "Vũ Thử Tư", "so-khoa-hoc-va-cong-nghe", "--role", "coordinator")
    admin = Phone(stage, "Đỗ Thử Tú", "--role", "admin")
    stage.at("2026-11-18T07:30")
    call(f"{stage.web}/clock", {"to": "2026-11-18T07:30"})
    officer.hears("Xin nhắc")
    zalo.hears("Xin nhắc")
    officer.picture("nhac-telegram", 690)
    zalo.picture("nhac-zalo", 725)
    officer.press("Đã nộp: Báo cáo tổng kết")
    officer.say("45/BC-UBND ngày 17/11")
    officer.picture("da-nop", 790)
    officer.say("xin đề cương phần II")
    officer.picture("de-cuong", 460)
    zalo.say("xin lùi báo cáo tổng kết tới 30/11 vì chưa đủ số liệu")
    zalo.picture("xin-gia-han", 545)
    zalo.choose("Gửi đề nghị")
    coordinator.hears("UBND xã Bình Mẫu")
    coordinator.picture("gia-han", 520)
    coordinator.say("/tiendo")
    coordinator.picture("tien-do", 640)
    coordinator.say("/bang")
    coordinator.photo("bang")

    good = stage.plans.read_text("utf-8")
    stage.plans.write_text(re.sub("trước ngày 27/11/2026.*", "trước ngày 02/12/2026", good), "utf-8")
    admin.hears("Kế hoạch có thay đổi")
    admin.picture("thay-doi", 600)
    stage.plans.write_text(re.sub("trước ngày 27/11/2026.*", "trước ngày 31/11/2026", good), "utf-8")
    admin.hears("31/11/2026")
    admin.picture("tep-loi", 330)


if __name__ == "__main__":
    if not CHROMIUM:
        raise SystemExit("A Chromium is needed: apt install chromium")
    with tempfile.TemporaryDirectory() as place:
        stage = Stage(Path(place))
        try:
            play(stage)
        finally:
            stage.close()
