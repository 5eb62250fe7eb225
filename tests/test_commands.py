"""``health``, ``rehearse`` and what keeps ``run`` from starting: sentences and exit codes, never a traceback."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from bot import __main__ as command_line
from bot.clock import real_now
from bot.house import SERVES
from storage.database import open_database, unit_of_work
from storage.marks import LAST_ROUND, set_mark
from tests.commanding import NOBODY_HERE, SHIPPED, Shell, said

TOKEN = "1000001:SIMULATED-TOKEN"
BROKEN = """\
version: 1
organisations:
  - id: tinh-thu
    name: Tỉnh Thử
    standing_office: so-hai
    units:
      - {id: so-mot, name: Sở Một}
    plans: []
"""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def mark(shell: Shell, **marks: str) -> None:
    engine = open_database(f"sqlite:///{shell.file}")
    with unit_of_work(engine) as session:
        for name, value in marks.items():
            set_mark(session, name.replace("_", "-"), value)
    engine.dispose()


def broken(shell: Shell) -> None:
    (shell.folder / "plans.yaml").write_text(BROKEN, "utf-8")
    shell.settings["PLANS_FILE"] = str(shell.folder / "plans.yaml")


# health


def test_health_without_a_database_makes_none(shell: Shell) -> None:
    result = shell.run("health")
    assert (result.exit_code, result.stdout) == (1, "Chưa có vòng nào.\n")
    assert list(shell.folder.iterdir()) == []


@pytest.mark.parametrize("url", ["nonsense", "sqlite://", "postgresql://nobody@127.0.0.1/none"])
def test_health_of_what_is_no_database_of_ours(shell: Shell, url: str) -> None:
    shell.settings["DATABASE_URL"] = url
    result = shell.run("health")
    assert (result.exit_code, result.stdout) == (1, "Chưa có vòng nào.\n")


def test_health_before_the_first_round(shell: Shell) -> None:
    mark(shell)
    assert shell.run("health").exit_code == 1


@pytest.mark.parametrize(("seconds", "code"), [(5, 0), (170, 0), (200, 1), (86400, 1)])
def test_health_is_the_age_of_the_last_round(shell: Shell, seconds: int, code: int) -> None:
    mark(shell, **{LAST_ROUND: (real_now() - timedelta(seconds=seconds)).isoformat()})
    result = shell.run("health")
    assert result.exit_code == code
    (age,) = re.findall(r"Vòng gần nhất cách đây ([\d.]+) giây\.", result.stdout)
    assert seconds <= int(age.replace(".", "")) <= seconds + 5
    told = json.loads(shell.run("health", "--format", "json").stdout)
    assert told["ok"] is (code == 0)
    assert seconds <= told["age_seconds"] <= seconds + 5


def test_health_in_a_folder_with_odd_letters(tmp_path: Path) -> None:
    shell = Shell(tmp_path / "dữ liệu 100% #1")
    shell.folder.mkdir()
    mark(shell, **{LAST_ROUND: real_now().isoformat()})
    assert shell.run("health").exit_code == 0


# run: what keeps it from starting


@pytest.mark.parametrize(
    ("settings", "options", "sentence"),
    [
        pytest.param({"TELEGRAM_BOT_TOKEN": ""}, (), "Zalo Bot Manager), hoặc nạp tệp thiết lập.", id="token"),
        pytest.param({}, ("--clock", "hôm qua"), "“hôm qua” không phải là thời điểm; đề nghị viết như", id="clock"),
        pytest.param(
            {"TELEGRAM_WEBHOOK_URL": "https://nhacviec.example"},
            (),
            "Đã đặt TELEGRAM_WEBHOOK_URL thì phải đặt cả TELEGRAM_WEBHOOK_SECRET",
            id="webhook-without-secret",
        ),
        pytest.param({"DATABASE_URL": "mysql://x"}, (), "Không dùng được cơ sở dữ liệu: ", id="database"),
    ],
)
def test_run_says_what_is_missing(
    shell: Shell, settings: dict[str, str], options: tuple[str, ...], sentence: str
) -> None:
    shell.settings |= {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": NOBODY_HERE, **settings}
    result = shell.run("run", *options)
    told = said(result)
    assert sentence in told
    assert "\n" not in told
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("served", "options", "sentence"),
    [
        pytest.param("real", ("--clock", "2026-05-04"), "đã phục vụ bot thật, không dùng được cho diễn tập", id="real"),
        pytest.param("rehearsal", (), "đã dùng cho diễn tập, không dùng được cho bot thật", id="rehearsal"),
    ],
)
def test_run_never_mixes_rehearsal_and_real(shell: Shell, served: str, options: tuple[str, ...], sentence: str) -> None:
    mark(shell, **{SERVES: served})
    shell.settings |= {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": NOBODY_HERE}
    result = shell.run("run", *options)
    assert sentence in said(result)
    assert result.exit_code == 1


def test_run_tells_every_problem_of_the_plans(shell: Shell) -> None:
    broken(shell)
    shell.settings |= {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": NOBODY_HERE}
    result = shell.run("run")
    first, *_, last = said(result).splitlines()
    assert re.match(r"\S*plans\.yaml:5:\d+: .*“so-hai”", first)
    assert last == f"Chưa dùng được: {shell.folder / 'plans.yaml'} còn lỗi ở trên."
    assert result.exit_code == 1


def test_run_says_that_its_port_is_taken(shell: Shell) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        shell.settings |= {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": NOBODY_HERE, "WEB_PORT": port}
        result = shell.run("run", "--clock", "2026-05-04")
    assert f"Không mở được cổng {port} tại 127.0.0.1 (WEB_PORT, WEB_HOST)" in result.stderr
    assert "Traceback" not in result.stderr
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_WEBHOOK_SECRET", "có dấu cách"),
        ("ZALO_WEBHOOK_SECRET", "mật khẩu rất dài"),
        ("TELEGRAM_PROXY", "socks5://127.0.0.1:1080"),
        ("WEB_PORT", "tám mươi"),
        ("SENDERS", "0"),
    ],
)
def test_a_wrong_setting_is_told_by_its_name(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, value: str
) -> None:
    for known, given in {**shell.environment, "TELEGRAM_BOT_TOKEN": TOKEN, name: value}.items():
        monkeypatch.setenv(known, given)
    monkeypatch.setattr(sys, "argv", ["bot", "run"])
    with pytest.raises(SystemExit) as left:
        command_line.main()
    told = capsys.readouterr().err
    assert left.value.code == 1
    assert told.startswith(f"Biến môi trường {name} chưa đúng: ")
    assert value not in told or not name.endswith("SECRET")
    assert told.count("\n") == 1
    assert not re.search(r"should|valid|match", told), "the library's English"


class Refusing(BaseHTTPRequestHandler):
    """A server that knows no bot."""

    def do_POST(self) -> None:
        body = b'{"ok": false, "error_code": 401, "description": "Unauthorized"}'
        self.send_response(401)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_run_ends_when_no_token_is_taken(shell: Shell) -> None:
    with HTTPServer(("127.0.0.1", 0), Refusing) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        here = f"http://127.0.0.1:{server.server_port}"
        bots = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": here}
        shell.settings |= {**bots, "ZALO_BOT_TOKEN__TINH_VI_DU": "9:WRONG", "ZALO_API_URL": here, "WEB_PORT": "0"}
        result = shell.run("run", "--clock", "2026-05-04T07:20")
        server.shutdown()
    assert "Không kênh nào hoạt động được. Đề nghị kiểm tra " in result.stderr
    assert "ZALO_BOT_TOKEN__TINH_VI_DU" in result.stderr
    assert "TELEGRAM_BOT_TOKEN" in result.stderr
    assert result.exit_code == 1


# rehearse


def rehearse(shell: Shell, first: str, last: str, *options: str) -> list[dict[str, object]]:
    result = shell.run("rehearse", str(SHIPPED), "--from", first, "--to", last, "--format", "jsonl", *options)
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_both_days_of_the_window_are_in_it(shell: Shell) -> None:
    days = {str(line["at"])[:10] for line in rehearse(shell, "2026-05-04", "2026-05-06")}
    assert days == {"2026-05-04", "2026-05-05", "2026-05-06"}
    parts = [rehearse(shell, day, day) for day in sorted(days)]
    assert [line for part in parts for line in part] == rehearse(shell, "2026-05-04", "2026-05-06")


def test_a_window_without_reminders_is_empty(shell: Shell) -> None:
    assert rehearse(shell, "2026-05-01", "2026-05-03") == []


def test_a_window_that_ends_before_it_begins(shell: Shell) -> None:
    result = shell.run("rehearse", str(SHIPPED), "--from", "2026-05-06", "--to", "2026-05-04")
    assert said(result) == "Ngày cuối (thứ Hai 04/5/2026) sớm hơn ngày đầu (thứ Tư 06/5/2026)."
    assert result.exit_code == 2


def test_a_broken_file_is_not_rehearsed(shell: Shell) -> None:
    broken(shell)
    result = shell.run("rehearse", "--from", "2026-05-04", "--to", "2026-05-06")
    assert re.match(r"\S*plans\.yaml:5:\d+: ", said(result))
    assert result.exit_code == 1


def test_an_unreadable_file_is_not_rehearsed(shell: Shell) -> None:
    result = shell.run("rehearse", str(shell.folder / "none.yaml"), "--from", "2026-05-04", "--to", "2026-05-06")
    assert "none.yaml" in said(result)
    assert result.exit_code == 2


@pytest.mark.parametrize("columns", ["80", "100", "200"])
def test_the_table_can_be_read(shell: Shell, columns: str) -> None:
    shell.settings["COLUMNS"] = columns
    result = shell.run("rehearse", str(SHIPPED), "--from", "2026-05-04", "--to", "2026-05-06")
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    assert lines[0] == "Diễn tập từ thứ Hai 04/5/2026 đến thứ Tư 06/5/2026"
    moments = [line for line in lines if re.match(r"\d\d:\d\d thứ ", line)]
    assert moments == [
        "07:30 thứ Hai 04/5/2026",
        "07:30 thứ Ba 05/5/2026",
        "07:30 thứ Tư 06/5/2026",
        "13:30 thứ Tư 06/5/2026",
    ]
    assert sum(bool(re.match(r"gia-lai +150 đơn vị  còn 2 ngày làm việc +Báo cáo sơ kết", line)) for line in lines) == 1
    assert max(map(len, lines)) <= int(columns)
    sent = len(rehearse(shell, "2026-05-04", "2026-05-06"))
    assert f"Tổng cộng {sent:,} lời nhắc.".replace(",", ".") in lines


@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_a_reader_that_leaves_is_no_error_worth_a_traceback(shell: Shell, form: str) -> None:
    window = ["--from", "2026-04-15", "--to", "2026-06-15", "--format", form]
    reader, writer = os.pipe()
    rehearsing = subprocess.Popen(
        [sys.executable, "-m", "bot", "rehearse", str(SHIPPED), *window],
        stdout=writer,
        stderr=subprocess.PIPE,
        cwd=SHIPPED.parent,
        env=shell.environment,
    )
    os.close(writer)
    assert os.read(reader, 1)
    os.close(reader)
    assert rehearsing.communicate(timeout=30)[1] == b""
