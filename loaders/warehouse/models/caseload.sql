-- One row an active mentee: the running agreement, its week, and the meetings so far.
create table caseload as
with running as (
  select
    student_id,
    arg_max(mentor_id, starts_on) as mentor_id,
    max(starts_on) as starts_on,
    arg_max(agreed_weeks, starts_on) as agreed_weeks,
    arg_max_null(extended_to, starts_on) as extended_to
  from agreements_to_date
  where active
  group by student_id
),
weeks as (
  select student_id, count(distinct week) as week
  from running
  join school_days on day >= starts_on
  group by student_id
),
held as (
  select student_id, max(coalesce(held_on, planned_on)) as last_held
  from meetings
  where status = 'held' and planned_on <= (select as_of from settings)
  group by student_id
),
meeting_log as (
  select
    student_id,
    max(planned_on) filter (planned_on <= as_of and status <> 'cancelled') as last_planned,
    arg_max(status, planned_on) filter (planned_on <= as_of and status <> 'cancelled') as last_status,
    min(planned_on) filter (planned_on > as_of) as next_planned,
    count(*) filter (
      status = 'missed_by_student' and planned_on <= as_of and (last_held is null or planned_on > last_held)
    ) as missed_in_a_row
  from meetings
  left join held using (student_id)
  cross join settings
  group by student_id
)
select
  running.*,
  coalesce(week, 0) as week,
  last_held,
  last_planned,
  last_status,
  next_planned,
  coalesce(missed_in_a_row, 0) as missed_in_a_row
from running
left join weeks using (student_id)
left join held using (student_id)
left join meeting_log using (student_id);
