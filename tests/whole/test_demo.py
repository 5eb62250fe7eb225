"""The demonstration as a newcomer meets it: the tour without a terminal, and by hand in one."""

from __future__ import annotations

import errno
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="a pseudo terminal needs Unix")
pytestmark = pytest.mark.whole
ROOT = Path(__file__).parent.parent.parent
DEMO = [sys.executable, "-m", "bot", "demo"]
# A shell in which a real bot is set up as well: none of it may reach the stage.
REAL = {"TELEGRAM_BOT_TOKEN__GIA_LAI": "7:real", "TELEGRAM_PROXY": "http://127.0.0.1:9", "WEB_PORT": "1"}


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "CI"}
    return {**kept, "TMPDIR": str(folder), "COLUMNS": "100", "TERM": "dumb", **more}


def left_running(folder: Path) -> list[str]:
    """Name the processes that work in a demonstration's folder: its address is in their surroundings."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"TMPDIR={folder}".encode() in (process / "environ").read_bytes():
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:  # ended meanwhile, or not ours
            continue
    return found


def test_the_tour(tmp_path: Path) -> None:
    began = time.monotonic()
    played = subprocess.run(
        DEMO, cwd=ROOT, env=environment(tmp_path, CI="1", **REAL), capture_output=True, text=True, timeout=60
    )
    assert (played.returncode, played.stderr) == (0, "")
    assert time.monotonic() - began < 30
    told = " ".join(played.stdout.replace("│", " ").split())
    scenes = [
        "mở giờ gửi",
        "Kính gửi: UBND phường Quy Nhơn",
        "“trước ngày 07/5/2026” (hết thứ Tư 06/5/2026)",
        "Nguyễn Thử Nhất bấm “Đã nộp: Báo cáo sơ kết",
        "Đã ghi nhận: UBND phường Quy Nhơn đã nộp Báo cáo sơ kết",
        "Văn bản: số 45/BC-UBND ngày 04/5/2026",
        "Cán bộ còn lại của cùng đơn vị được báo",
        "Nguyễn Thử Nhất xác nhận UBND phường Quy Nhơn đã nộp",
        "Phạm Thử Tư nhắn: /tiendo",
        "Đã nộp 1/302",
        "ngày cuối",
        "Hạn cuối là hôm nay: Tổ chức sơ kết",
        "Hết phần giới thiệu",
    ]
    for scene in scenes:  # in this order
        before, found, told = told.partition(scene)
        assert found, (scene, before)
    assert left_running(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


class Terminal:
    """A terminal with the demonstration in it, and somebody at its keyboard."""

    def __init__(self, folder: Path) -> None:
        self.screen, inside = pty.openpty()
        self.demo = subprocess.Popen(
            DEMO,
            cwd=ROOT,
            env=environment(folder),
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
            preexec_fn=take_terminal,
        )
        os.close(inside)

    def until(self, mark: str, seconds: float = 30) -> str:
        """Return what appears on the screen up to a mark."""
        read, until = b"", time.monotonic() + seconds
        while mark.encode() not in read:
            assert time.monotonic() < until, (mark, read.decode())
            if select.select([self.screen], [], [], 0.1)[0]:
                piece = self._piece()
                assert piece, (mark, read.decode())
                read += piece
        return " ".join(read.decode().replace("│", " ").split())

    def type(self, text: str, mark: str = " > ") -> str:
        """Type something and return the screen up to the next prompt."""
        os.write(self.screen, text.encode())
        return self.until(mark)

    def leave(self, keys: str) -> tuple[str, int]:
        """Type the last keys; return what is still said, and how the demonstration ends."""
        os.write(self.screen, keys.encode())
        said = b""
        while piece := self._piece():
            said += piece
        return said.decode(), self.demo.wait(15)

    def _piece(self) -> bytes:
        try:
            return os.read(self.screen, 65536)
        except OSError as ended:  # Linux says EIO when nobody is left inside
            if ended.errno != errno.EIO:
                raise
            return b""


def take_terminal() -> None:
    """Make the standard input the terminal that Ctrl-C comes from."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(
        signal.SIGINT, signal.SIG_DFL
    )  # as at any keyboard: whoever runs the tests in the background ignores it


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path)
    yield terminal
    if terminal.demo.poll() is None:
        os.killpg(terminal.demo.pid, signal.SIGKILL)  # the session that was started above
        terminal.demo.wait()
    os.close(terminal.screen)


def test_a_newcomer_at_the_keyboard(terminal: Terminal, tmp_path: Path) -> None:
    assert ":tiep" in terminal.until("?")
    assert "Không tìm thấy đơn vị" in terminal.type("zzzz\n", "?")
    offered = terminal.type("phuong quy nhon\n", "(Enter: 1)")
    assert "1. UBND phường Quy Nhơn (Ủy ban nhân dân tỉnh Gia Lai)" in offered
    assert "2. Zalo" in terminal.type("\n", "(Enter: 1)")
    assert "Đã liên kết: UBND phường Quy Nhơn (" in terminal.type("\n")
    listed = terminal.type("/viec\n")
    assert "UBND phường Quy Nhơn: 2 việc chưa có xác nhận." in listed
    assert "1 Đã nộp việc 1: Báo cáo sơ kết" in listed
    assert "Đã ghi nhận: UBND phường Quy Nhơn đã nộp" in terminal.type("1\n")
    next_reminder = terminal.type(":tiep\n")
    assert "lần nhắc kế tiếp" in next_reminder
    assert "Kính gửi: UBND phường Quy Nhơn" in next_reminder
    assert "Vào vai đơn vị nào" in terminal.type(":vai\n", "?")
    terminal.type("so noi vu\n", "(Enter: 1)")
    terminal.type("1\n", "(Enter: 1)")
    terminal.type("2\n", "(Enter: 1)")
    assert "cán bộ cơ quan thường trực" in terminal.type("2\n")
    figures = terminal.type("/tiendo\n")
    assert "Đã nộp 1/302" in figures
    assert "[" in figures, "no number to type on Zalo"
    said, code = terminal.leave(":thoat\n")
    assert "Đã dừng mô phỏng và bot." in said
    assert code == 0
    assert left_running(tmp_path) == []


@pytest.mark.parametrize(("keys", "code"), [pytest.param("\x03", 0, id="ctrl-c"), pytest.param("\x04", 0, id="ctrl-d")])
def test_leaving_by_a_key(terminal: Terminal, tmp_path: Path, keys: str, code: int) -> None:
    terminal.until("?")
    began = time.monotonic()
    said, left = terminal.leave(keys)
    assert time.monotonic() - began < 8
    assert "Đã dừng mô phỏng và bot." in said
    assert "Traceback" not in said
    assert left == code
    assert left_running(tmp_path) == []


def test_being_told_to_end(terminal: Terminal, tmp_path: Path) -> None:
    terminal.until("?")
    terminal.demo.terminate()
    said, left = terminal.leave("")
    assert "Traceback" not in said
    assert left == 128 + signal.SIGTERM
    assert left_running(tmp_path) == []
