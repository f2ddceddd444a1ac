-- Actions of active mentees that nobody had checked by asOf, due by a week after it.
create table actions_due as
select student_id, action, subject, owner, due_on, greatest(0, as_of - due_on)::integer as overdue_days
from actions
join active_mentees using (student_id)
cross join settings
where set_on <= as_of
  and due_on <= as_of + 7
  and case when checked_on is null then coalesce(outcome, 'open') = 'open' else checked_on > as_of end;
