## Checking plans.yaml: headings, and what is only a warning

check-problems = Problems; the file cannot be used until they are mended:
check-warnings = Warnings; the file can be used:
problem-and-more = { $count } more are not told from here on; mend those above and check again
problem-no-dash = “{ $name }” begins a new item of the list; put “- ” before it
problem-syntax-document = the line “---” begins another document; a file has one, so delete this line
problem-too-many-assignments = the tasks, groups and sections name too many units to be plans
problem-empty-group = the group “{ $group }” has no units yet, so nobody is reminded; add members or a roster
problem-same-name = “{ $name }” has the same name as the unit “{ $id }”; those who read a message cannot tell them apart
problem-on-day-off = “{ $phrase }”: the last day { $day } is a day off; the last reminder comes on the working day { $worked }
problem-begins-after = “{ $phrase }” ends before reminders begin on { $day }; look at remind_from again
problem-far-deadline = “{ $phrase }”: the last day { $day } is very far from the document's day; look at the year again
problem-missing-line = the line “{ $name }:” is missing right above this item
problem-odd-code = the code “{ $code }” has not the 5 digits of a commune's{ $nearest ->
    [none] { "" }
   *[other] ; did you mean “{ $nearest }”?
}
problem-syntax-directive = a line that begins with “%” is a directive of YAML; delete it, or put the text between quotes
