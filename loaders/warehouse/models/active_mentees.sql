-- One row a mentee with a running agreement: the meetings so far, and the next one.
create table active_mentees as
with held as (
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
  student_id,
  last_held,
  last_planned,
  last_status,
  next_planned,
  coalesce(missed_in_a_row, 0) as missed_in_a_row
from mentees
left join held using (student_id)
left join meeting_log using (student_id)
left join upcoming using (student_id)
where active;
