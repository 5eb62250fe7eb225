### Those above an officer who did not act

escalation-to-deputy = To the deputy contact of <b>{ $unit }</b>
escalation-to-leader = Respectfully reported to the leadership of <b>{ $unit }</b>:
escalation-task = <b>{ $task }</b>
escalation-unreceived = By { $moment } receipt of the reminder has not been acknowledged.
escalation-unsubmitted = By { $moment } there is no confirmation that it was handed in.
escalation-undone = By { $moment } there is no confirmation that it was done.
escalation-closing-deputy = Please see to it, and report to the unit's leadership where needed. If it was sent already, please let us know by the choice below or with /nop so that we can check. With respect.
escalation-closing-leader = We respectfully ask for your attention and direction. If it was sent already, please let us know by the choice below or with /nop so that we can check. With respect.
escalation-list = Units without an answer, as of { $moment }:
escalation-list-unreceived = – Receipt not acknowledged ({ $count }): { $names }
escalation-list-unsubmitted = – Last day, not confirmed as handed in ({ $count }): { $names }
escalation-list-unlinked = – Not handed in, nobody linked ({ $count }): { $names }
escalation-list-closing = The standing office is asked to contact these units directly. They stay on the list in /tiendo until they answer.
