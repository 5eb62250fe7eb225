"""Do something in a process of its own that may use only so much memory and time."""

from __future__ import annotations

import multiprocessing
import resource
import sys
import traceback
from collections.abc import Callable
from typing import Any


def within(memory: int, seconds: int, act: Callable[..., object], *values: Any) -> None:
    """Call ``act`` in a fork of this process; AssertionError where it raises or goes beyond a limit.

    Parameters:
        memory: bytes that it may take beyond what this process has.
        seconds: of the processor.
    """
    process = multiprocessing.get_context("fork").Process(target=_limited, args=(memory, seconds, act, values))
    process.start()
    process.join()
    assert process.exitcode == 0, f"ended with {process.exitcode}"


def _limited(memory: int, seconds: int, act: Callable[..., object], values: tuple[Any, ...]) -> None:
    with open("/proc/self/statm", encoding="ascii") as said:
        memory += int(said.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    try:
        act(*values)
    except BaseException:
        traceback.print_exc()
        sys.exit(1)
