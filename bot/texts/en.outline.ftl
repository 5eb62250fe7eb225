## Finding in outlines, and outlines that change

outline-of-plan = Under { $plan }.
outline-form-line = Form { $form }
outline-no-form = There is no { $form }; the nearest:
outline-nearest = No section or form “{ $asked }” was found in the outline. The nearest sections are below.
outline-news =
    To: <b>{ $units }</b>
    The outline of the report under { $plan } has changed:
outline-news-added = – Added: { $title }
outline-news-removed = – Taken out: { $title }
outline-news-renamed = – New title: { $title }
outline-news-reworded = – New content: { $title }
outline-news-renumbered = – The sections have new numbers.
outline-news-more = – and { $count } more changes.
outline-news-closing = Please write the report by the new outline. If it has been sent already, please tell us with /nop so that it can be checked.
