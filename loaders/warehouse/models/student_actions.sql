-- Actions that the students who have a page agreed with their mentors this year, up to asOf. One that was checked after
-- asOf is still open. overdue: open after the day it was due.
create table student_actions as
with stated as (
  select
    student_id, set_on, action, due_on, subject, owner,
    case when checked_on > as_of then 'open' else coalesce(outcome, 'open') end as outcome
  from actions
  join student_list using (student_id)
  cross join settings
  where set_on between year_starts_on and as_of
)
select *, outcome = 'open' and due_on < (select as_of from settings) as overdue
from stated;
