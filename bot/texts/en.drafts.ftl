## Drafting a plan from an issued document

draft-head = A draft made by the program from the file { $file }{ $document ->
    [none] .
   *[other] { " " }({ $document }).
}
draft-head-how = Above each task stands the sentence or row of the document as printed. What carries the mark “# ?” is not sure: compare it with the document, fill it in or correct it, then take the mark off. To check: python -m bot check{ $check ->
    [none] , with the name of this file or of the one that includes it
   *[other] { " " }{ $check }
}
draft-head-schema = For an editor that checks while you type: python -m bot schema --to plans.schema.json, beside this file, and on the first line, behind a #: “yaml-language-server: $schema=plans.schema.json”
draft-head-questions = To be answered:
draft-head-nothing = No work with a deadline was found in the document: there is nothing to remind of.
draft-see-question = question { $number }
draft-given-day = day stated by the admin when drafting (--on)
draft-until = to the end of { $day }
draft-ask-title = The document has no title that could be read: state the plan's title.
draft-ask-issuer = The issuing authority could not be read: state its name.
draft-ask-standing-office = Which office follows the plan (the standing office)?{ $name ->
    [none] { "" }
   *[other] { " " }For now: { $name }.
}
draft-ask-roster = The units of the group “{ $group }” are not in the document: which ones are they?
draft-ask-communes = The document does not list “{ $group }”; the draft takes the { $count } units of the state's list of communes as of { $as_of }: are these the right ones?
draft-ask-alike = The document says “{ $printed }”: is that { $name }?
draft-ask-unknown-unit = “{ $printed }” is none of the organisation's units or groups: which one is it?
draft-written = The draft is in { $file }
draft-file-there = { $file } is there already. Choose another name, or add --force to replace it.
draft-cannot-write = Cannot write { $file }: there is no such folder, or it is not permitted.
draft-secret = The document is marked “{ $marking }”: it is not drafted and must not be brought into this system.

draft-unreadable-missing = The file { $file } cannot be opened: it is not there, or must not be read.
draft-unreadable-not-a-document = The file { $file } is damaged, or no document.
draft-unreadable-too-big = The file { $file } is too large (at most { $most }).
draft-unreadable-too-complex = The file { $file } is too complex to be read within bounds.
draft-unreadable-encrypted = The file { $file } is locked with a password: take it off and try again.
draft-unreadable-no-text = The file { $file } holds no text, perhaps it is a scan: turn it into text first.
draft-unreadable-wrong-kind = The file { $file } is none of the kinds that are read ({ $kinds }).

draft-doubt-no-unit = “{ $task }” ({ $place }): the document does not say which unit does it.
draft-doubt-no-anchor = “{ $phrase }” ({ $place }): from which day is it counted?
draft-doubt-unsure-day = “{ $phrase }” ({ $place }): the document does not name one day; which day is the deadline?
draft-doubt-weekday = “{ $phrase }” ({ $place }): weekday and date contradict each other; which one holds, the weekday or the date?
draft-doubt-no-issue-day = The document leaves its day blank: state the day from which to remind in remind_from (year-month-day).
draft-doubt-impossible = “{ $phrase }” ({ $place }): there is no such day or hour; which day is the deadline?
draft-doubt-too-long = The paragraph or cell at { $place } is too long: only its first { $most } characters were read; check the rest against the document.
draft-doubt-rest-unread = The document is too long or too complex: nothing was read from { $place } on; check that part against the document.
draft-doubt-year-inferred = “{ $phrase }” ({ $place }): no year is printed, it was read from the document's own day; check the year.
