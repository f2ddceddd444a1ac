-- One row an active mentee: the running agreement, its week, and the meetings so far.
create table caseload as
with running as (
  select
    student_id,
    arg_max(mentor_id, (starts_on, mentor_id)) as mentor_id,
    max(starts_on) as starts_on,
    arg_max(agreed_weeks, (starts_on, mentor_id)) as agreed_weeks,
    arg_max_null(extended_to, (starts_on, mentor_id)) as extended_to
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
  select student_id, max(day) as last_held
  from meetings_to_date
  where status = 'held'
  group by student_id
),
meeting_log as (
  select
    student_id,
    max(day) as last_planned,
    arg_max(status, (day, status = 'held', status)) as last_status,
    count(*) filter (status = 'missed_by_student' and (last_held is null or day > last_held)) as missed_in_a_row
  from meetings_to_date
  left join held using (student_id)
  where status <> 'cancelled'
  group by student_id
),
upcoming as (
  select student_id, min(planned_on) as next_planned
  from meetings
  where planned_on > (select as_of from settings)
    and status <> 'cancelled'
    and (student_id, planned_on) not in (select (student_id, planned_on) from meetings_to_date)
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
left join meeting_log using (student_id)
left join upcoming using (student_id);
