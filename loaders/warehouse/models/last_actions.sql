-- Per student: the latest action agreed by asOf, by a panel or with a mentor; of several on a day, the panel's, then the
-- one due last.
create table last_actions as
with agreed as (
  select
    student_id, panel_date as day, 'panel' as agreed_by, action, owner, due_on, success_measure, status, outcome,
    null as subject
  from panel_actions
  union all by name
  select
    student_id, set_on as day, 'mentor' as agreed_by, action, owner, due_on, subject,
    case when checked_on <= as_of then coalesce(outcome, 'open') else 'open' end as status
  from actions, settings
  where set_on <= as_of
)
select *
from agreed
qualify row_number() over (
  partition by student_id order by day desc, agreed_by = 'panel' desc, due_on desc nulls last, action
) = 1;
