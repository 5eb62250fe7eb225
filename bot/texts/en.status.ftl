## Status: one screen, then by task, group, lead and name

difference-more = +{ $count }
difference-fewer = −{ $count }
difference-none = { $count }
status-trend = Since the end of { $day }: submitted { $submitted }, overdue { $overdue }.
status-trend-none = Since the end of { $day }: no change.
status-extended = Extended: { $count } assignments.
status-returned = Returned, not handed in again yet: { $count } assignments.
status-asking = Extension asked, not decided yet: { $count } assignments.
status-moved = With a deadline of their own by extension or return: { $count } units.
status-by-group = By group of units:
status-group = – { $group }: submitted { $submitted }/{ $expected } ({ $percent }%): on time { $on_time }, late { $late }, open in time { $open }, overdue { $overdue }
status-no-group = Units of no group
status-groups-overlap = Some units are in several groups and are counted in each.
status-group-name = <b>{ $group }</b>
status-by-lead = Units that lead a section of the outline:
status-lead = – { $unit } (section { $sections }): submitted { $submitted }/{ $expected }, late { $late }, open in time { $open }, overdue { $overdue }
status-worst = { $overdue ->
    [0] No unit is overdue. { $count } units are outstanding, the nearest deadline first:
   *[other] { $count } units are outstanding, { $overdue } of them overdue; the latest first:
  }
status-worst-overdue = – { $unit }: { $count } overdue; the oldest: { $left }
status-worst-open = – { $unit }: { $count } outstanding; the nearest: { $left }
status-worst-undated = – { $unit }: { $count } without a known deadline
status-refused-ranking = Only the standing office sees how other units stand. Your own unit: /tiendo.
names-silent-commune = Reminded many times, no answer, communes ({ $count }): { $names }
names-silent-department = Reminded many times, no answer, departments and other bodies ({ $count }): { $names }
button-status-tasks = By task
button-status-groups = By group of units
button-status-leads = By section lead
button-status-worst = The latest units
button-status-more = Next ({ $count } units left)

### One unit

status-unit-several = Several units have a name like “{ $said }”. Please choose:
status-unit-nearest = No unit is called “{ $said }”. The nearest names:
status-unit-not-found = No unit of the plans that are followed is called “{ $said }”.
status-unit-handed-in = Handed in, as the unit states: { $day }
status-unit-evidence = Evidence: { $evidence }
status-unit-by = Confirmed by: { $person }
status-unit-by-office = Recorded by the standing office
status-unit-round = Handed in for the { $round }. time, after a return
status-unit-accepted = Accepted: { $moment }
status-unit-returned = Returned, not handed in again yet: { $reason }
status-unit-asking = Asks for an extension until { $until }, not decided yet
status-day-unknown = a day not named
status-unit-received = Received: { $moment }
status-unit-reminded = Last reminded: { $moment }
