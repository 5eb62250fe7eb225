"""Read what is typed where there are no buttons: the number of a choice, or the words on it.

A number means one thing over all messages of a chat, so an older one can still be answered. Where something else may
be meant (a document's number, a section's), nothing is done and what may be meant is offered again. Words that would
record or withdraw something are answered by the choice itself, to be confirmed by its number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from handlers.numbering import choice_lines
from handlers.spelling import NO, SKIP, YES, answer_words
from handlers.typed_labels import is_part, leading, only_words
from handlers.typed_numbers import Foreign, asks_to_see, mentioned_numbers, typed_number
from handlers.vocabulary import Button, Reply, Text, Turn
from storage import choices
from storage.tables import Choice, Question

YES_OR_NO = frozenset({"submit", "undo", "forget", "chase", "hold"})  # questions that no number answers
IN_WORDS = frozenset({"document", "handed-in"})  # questions that a number or a day answers
HOURS_AND_DAYS = frozenset({"handed-in", "snooze", "extension", "extension-day", "extend-all", "return", "leave"})
PUSHED = "outbox "  # begins the name of an offer that nobody had asked for

Chosen = Turn | Reply | None


@dataclass(frozen=True, slots=True)
class Situation:
    """What a typed text can be about; ``looks`` says whether a press only shows something."""

    turn: Turn
    question: Question | None
    newest: list[Choice]
    looks: Callable[[str], bool]

    @property
    def asked(self) -> str:
        """Return which question waits, "" for none."""
        return self.question.word if self.question else ""


def chosen(turn: Turn, question: Question | None, looks: Callable[[str], bool]) -> Chosen:
    """Return the turn with the choice pressed, a reply where it cannot be, None for words that choose nothing."""
    if turn.shows.buttons:
        return None
    said = turn.message.said or ""
    situation = Situation(turn, question, choices.newest(turn.session, turn.chat, turn.now), looks)
    number = typed_number(said)
    if isinstance(number, Foreign):
        return _refused(situation, "choice-foreign", number)
    if number is not None:
        return _by_number(situation, number)
    return _by_words(situation, said) if situation.newest else None


def _by_number(situation: Situation, number: int) -> Chosen:
    newest = {choice.number: choice for choice in situation.newest}
    if number in newest:
        return _of_newest(situation, newest[number])
    kept = choices.at(situation.turn.session, situation.turn.chat, number)
    answered = choices.newest_answer(situation.turn.session, situation.turn.chat, situation.turn.now)
    if situation.asked and number in {choice.number for choice in answered} and kept:
        return _meant(situation, kept)  # of the question itself; what was pushed since does not change it
    if situation.asked and situation.asked not in YES_OR_NO:
        return _beside_a_question(situation, kept, number)
    if kept is None:
        return _refused(situation, "choice-unknown", str(number)) if newest else None
    if kept.expires_at <= situation.turn.now:
        return _refused(situation, "choice-expired", str(number))
    return _of_older(situation, kept)


def _of_newest(situation: Situation, choice: Choice) -> Chosen:
    """Press it, unless it came unasked while the answer to a question, perhaps a number, was awaited."""
    pushed = choice.offer.startswith(PUSHED)
    if situation.asked in IN_WORDS and pushed and not situation.looks(choice.press):
        return _unclear(situation, choice.number, [choice])
    return _meant(situation, choice)


def _of_older(situation: Situation, choice: Choice) -> Chosen:
    """Press it, unless the newest message shows the same number as that of a section, or waits for a yes."""
    namesakes = [one for one in situation.newest if leading(one.label) == str(choice.number)]
    if namesakes:
        return _unclear(situation, choice.number, [choice, *namesakes])
    if situation.asked and not situation.looks(choice.press):
        return None  # the question is asked again
    return _meant(situation, choice)


def _meant(situation: Situation, choice: Choice) -> Chosen:
    """Press it, unless it would record something and the words only ask to see it."""
    if asks_to_see(situation.turn.message.said or "") and not situation.looks(choice.press):
        return _asked_for([choice], "choice-to-confirm")
    return _pressed(situation, choice)


def _beside_a_question(situation: Situation, kept: Choice | None, number: int) -> Chosen:
    """Leave a number to a question for an hour or a day; else it can only be a choice, or a document's number."""
    live = kept is not None and situation.turn.now < kept.expires_at
    if situation.asked in HOURS_AND_DAYS or (situation.asked == "document" and not live):
        return None
    if live and kept:
        return _unclear(situation, number, [kept])
    return _refused(situation, "choice-expired" if kept else "choice-unknown", str(number))


def _by_words(situation: Situation, said: str) -> Chosen:
    named = only_words(said)
    exact = [
        one for one in situation.newest if named in (only_words(one.label), only_words(f"{one.number} {one.label}"))
    ]
    if "?" not in said and _one(exact) and _says_enough(situation, exact[0]):
        return _pressed(situation, exact[0])
    if _answers(situation, said):
        return None
    numbers = mentioned_numbers(said)
    mentioned = [one for one in situation.newest if one.number in numbers]
    if mentioned:
        return _asked_for(mentioned, "choice-one-at-a-time" if len(mentioned) > 1 else "choice-to-confirm")
    return _by_part(situation, exact or [one for one in situation.newest if is_part(named, one.label)])


def _by_part(situation: Situation, found: list[Choice]) -> Chosen:
    if not found:
        return None
    if not _one(found):
        return _asked_for(found, "choice-several")
    looks = situation.looks(found[0].press)
    return _pressed(situation, found[0]) if looks else _asked_for(found[:1], "choice-to-confirm")


def _one(found: list[Choice]) -> bool:
    return len({choice.press for choice in found}) == 1


def _says_enough(situation: Situation, choice: Choice) -> bool:
    """Say whether typing a label is as good as pressing it: a command may record and names nothing."""
    return situation.looks(choice.press) or not choice.press.startswith("lenh:")


def _answers(situation: Situation, said: str) -> bool:
    """Say whether words are rather an answer to the question that waits."""
    if situation.asked not in YES_OR_NO | IN_WORDS:
        return bool(situation.asked)
    return answer_words(said) in YES | NO | SKIP or any(sign.isdigit() for sign in said)


def _pressed(situation: Situation, choice: Choice) -> Turn:
    return replace(situation.turn, message=replace(situation.turn.message, said=None, pressed=choice.press))


def _unclear(situation: Situation, number: int, meant: Iterable[Choice]) -> Reply:
    """Do nothing and offer again, under new numbers, all that may be meant."""
    rows = [(Button(Text("choice-again", {"label": one.label}), one.press),) for one in meant]
    question = situation.question
    if question and question.word == "document":
        press = f"sovb:{question.about['submission']}:{number}"
        rows.insert(0, (Button(Text("button-document-number", {"number": str(number)}), press),))
    return Reply((Text("choice-unclear", {"said": str(number)}),), tuple(rows))


def _asked_for(found: list[Choice], key: str) -> Reply:
    """Name choices again with their numbers; nothing is done before one is answered."""
    return Reply((choice_lines(Text(key), ((one.number, one.label) for one in found)),))


def _refused(situation: Situation, key: str, said: str) -> Reply:
    """Do nothing, and name what can be chosen now."""
    refusal = Text(key, {"said": said})
    if not situation.newest:
        return Reply((refusal, Text("choices-none")))
    numbered = ((one.number, one.label) for one in situation.newest)
    return Reply((refusal, choice_lines(Text("choices-heading"), numbered)))
